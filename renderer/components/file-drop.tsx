import { Dropzone } from '@mantine/dropzone';
import { type ReactNode, useRef } from 'react';
import classes from './file-drop.module.css';

export interface FileDropProps {
  /** `area` looks like a place to drop on; `plain` lies around what is there anyway. */
  look: 'area' | 'plain';
  /** What the system's file chooser offers; what is dropped is for whoever takes it to refuse. */
  accept?: string;
  /** Whether several are taken at once; else the first of them is. */
  multiple?: boolean;
  disabled?: boolean;
  /** In pixels. */
  padding?: number;
  /** Whether it fills the page it stands on. */
  fills?: boolean;
  onFiles(files: File[]): void;
  /** What stands in it. @param choose opens the file chooser: the way without a mouse, so it wants a button */
  children(choose: () => void): ReactNode;
}

/** Text out of an office program brings a picture of itself, which would be taken for a file in place of the text. */
const leavePasteAlone = () => undefined;

/** Takes files that are dropped on it or chosen. */
export function FileDrop(props: FileDropProps) {
  const { look, accept, multiple = false, disabled = false, padding = 0, fills = false } = props;
  const { onFiles, children } = props;
  const open = useRef<() => void>(null);
  return (
    <Dropzone
      openRef={open}
      unstyled={look === 'plain'}
      className={classes[look]}
      p={padding}
      {...(fills && { flex: 1 })}
      activateOnClick={false}
      activateOnKeyboard={false}
      activateOnDrag={!disabled}
      enablePointerEvents
      inputProps={{ accept, multiple, style: { display: 'none' } }}
      onPaste={leavePasteAlone}
      onDrop={(files) => onFiles(multiple ? files : files.slice(0, 1))}
    >
      {children(() => open.current?.())}
    </Dropzone>
  );
}
