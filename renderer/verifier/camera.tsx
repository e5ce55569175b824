import { Button, Group, Text } from '@mantine/core';
import { IconCamera, IconCameraOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { codeInVideo } from './read-code.ts';

const looksEvery = 250;

/** Reads a code with the camera, where the page may use one. */
export function Camera({ onCode }: { onCode(code: string): void }) {
  const [isOn, setOn] = useState(false);
  const [problem, setProblem] = useState('');
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onCode);
  found.current = onCode;
  useEffect(() => {
    if (!isOn) return;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setInterval> | undefined;
    const look = () => {
      const code = video.current && codeInVideo(video.current);
      if (!code) return;
      setOn(false);
      found.current(code);
    };
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (!video.current) return;
        video.current.srcObject = stream;
        await video.current.play();
        timer = setInterval(look, looksEvery);
      } catch {
        setProblem('打不开摄像头。请拍一张照片，用“选择图片或 PDF”打开。');
        setOn(false);
      }
    };
    void start();
    return () => {
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isOn]);
  return (
    <>
      <Group>
        <Button
          variant="default"
          leftSection={isOn ? <IconCameraOff size={16} aria-hidden /> : <IconCamera size={16} aria-hidden />}
          onClick={() => {
            setProblem('');
            setOn(!isOn);
          }}
        >
          {isOn ? '关闭摄像头' : '用摄像头扫码'}
        </Button>
      </Group>
      {problem !== '' && (
        <Text size="sm" c="red.9">
          {problem}
        </Text>
      )}
      {isOn && <video ref={video} playsInline muted style={{ width: '100%', maxHeight: 320 }} />}
    </>
  );
}
