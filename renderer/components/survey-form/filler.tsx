import { Alert, Button, Container, Group, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { v4 as randomId } from 'uuid';
import type { BoxForm } from '../../../shared/contract/surveys.ts';
import { isCode, tidyCode } from '../../../shared/domain/base/one-time-code.ts';
import type { SurveySection } from '../../../shared/domain/surveys/survey.ts';
import {
  answerFault,
  type SurveyAnswer,
  sectionFault,
  tidyAnswer,
} from '../../../shared/domain/surveys/survey-answer.ts';
import type { FilledForm } from '../../../shared/exchange/surveys/answer-file.ts';
import { messageOf } from '../../../shared/refusals/index.ts';
import { SectionFields } from './section-fields.tsx';

export interface FillerProps {
  form: BoxForm;
  /** Refuses a code that can't be used, before anything is filled in; absent where nobody can know. */
  checkCode?(code: string): Promise<unknown>;
  /** Takes a filled form; what it throws is shown, and the answers stay. */
  submit(filled: FilledForm): Promise<unknown>;
  /** What whoever has answered is told. */
  thanks: ReactNode;
  /** After so long without a touch the answers are let go; null waits for ever. */
  idleSeconds: number | null;
  /** How long the thanks stay before the next one begins. */
  thanksSeconds: number;
}

type Step = { kind: 'start' } | { kind: 'section'; at: number } | { kind: 'thanks' };

/** Calls back when nobody has touched anything for so long. */
function useIdle(seconds: number | null, isOn: boolean, onIdle: () => void): void {
  const call = useRef(onIdle);
  call.current = onIdle;
  useEffect(() => {
    if (seconds === null || !isOn) return;
    let timer = setTimeout(() => call.current(), seconds * 1000);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => call.current(), seconds * 1000);
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, again);
    return () => {
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, again);
    };
  }, [seconds, isOn]);
}

/** A survey filled by one after another, section by section; between two nothing of the one before is left. */
export function Filler({ form, checkCode, submit, thanks, idleSeconds, thanksSeconds }: FillerProps) {
  const { title, intro, sections } = form.content;
  const [step, setStep] = useState<Step>({ kind: 'start' });
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<SurveyAnswer>({});
  const [token, setToken] = useState(() => randomId());
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const beginAnew = () => {
    setStep({ kind: 'start' });
    setCode('');
    setAnswer({});
    setToken(randomId());
    setFault(null);
  };
  useIdle(idleSeconds, step.kind !== 'thanks' && (step.kind === 'section' || code !== ''), beginAnew);
  useIdle(thanksSeconds, step.kind === 'thanks', beginAnew);
  const doing = async (act: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await act();
      setFault(null);
    } catch (thrown) {
      setFault(messageOf(thrown));
    }
    setBusy(false);
  };
  const start = () =>
    doing(async () => {
      const tidy = tidyCode(code);
      if (form.access === 'codes') {
        if (!isCode(tidy)) throw new Error('码应为 9 位数字，请核对有没有输错。');
        await checkCode?.(tidy);
      }
      setStep({ kind: 'section', at: 0 });
    });
  const goOn = (at: number, section: SurveySection) => {
    const wrong = sectionFault(form, section, tidyAnswer(form, answer));
    if (wrong !== null) return setFault(wrong);
    if (at + 1 < sections.length) {
      setFault(null);
      return setStep({ kind: 'section', at: at + 1 });
    }
    void doing(async () => {
      const whole = tidyAnswer(form, answer);
      const missing = answerFault(form, whole);
      if (missing) throw new Error(missing);
      await submit({ token, code: form.access === 'codes' ? tidyCode(code) : null, answer: whole });
      setStep({ kind: 'thanks' });
    });
  };
  const top = useRef<HTMLDivElement>(null);
  const place = step.kind === 'section' ? step.at : step.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step, not what it reads
  useEffect(() => {
    window.scrollTo(0, 0);
    top.current?.querySelector<HTMLElement>('[data-question] button, input, textarea, button')?.focus();
  }, [place]);
  const section = step.kind === 'section' ? sections[step.at] : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (step.kind === 'start') void start();
    else if (step.kind === 'section' && section) goOn(step.at, section);
    else beginAnew();
  };
  return (
    <Container size="md" py="xl" ref={top}>
      <form onSubmit={onSubmit}>
        <Stack gap="lg">
          <Title order={1} size="h2" ta="center">
            {title}
          </Title>
          {step.kind === 'start' && (
            <>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{intro}</Text>
              {form.access === 'codes' && (
                <TextInput
                  label="请输入手里那张码（9 位数字）"
                  description="码只用来保证每人填一次，不和人对应。"
                  inputMode="numeric"
                  autoComplete="off"
                  size="lg"
                  maw={360}
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                />
              )}
            </>
          )}
          {step.kind === 'section' && (
            <Progress value={((step.at + 1) / sections.length) * 100} aria-label="填写进度" />
          )}
          {section && <SectionFields {...{ form, section, answer, onChange: setAnswer }} />}
          {step.kind === 'thanks' && (
            <Stack align="center" py={60}>
              <IconCheck size={72} color="var(--mantine-color-teal-7)" aria-hidden />
              <Text size="xl" fw={600} ta="center" role="status">
                {thanks}
              </Text>
            </Stack>
          )}
          {fault !== null && (
            <Alert color="red" role="alert">
              {fault}
            </Alert>
          )}
          <Group justify={step.kind === 'section' ? 'space-between' : 'center'}>
            {step.kind === 'section' && (
              <Button
                size="lg"
                variant="default"
                leftSection={<IconArrowLeft size={18} aria-hidden />}
                onClick={() => (step.at === 0 ? beginAnew() : setStep({ kind: 'section', at: step.at - 1 }))}
              >
                {step.at === 0 ? '放弃，重新开始' : '上一页'}
              </Button>
            )}
            <Button
              type="submit"
              size="lg"
              loading={busy}
              rightSection={<IconArrowRight size={18} aria-hidden />}
            >
              {step.kind === 'start'
                ? '开始填写'
                : step.kind === 'thanks'
                  ? '下一位'
                  : step.at + 1 < sections.length
                    ? '下一页'
                    : '提交'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Container>
  );
}
