import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { FileDrop, type FileDropProps } from './file-drop.tsx';

/** The component on a page of its own, and what it was given. */
async function place(about: Partial<FileDropProps>) {
  const given: string[][] = [];
  const root = document.body.appendChild(document.createElement('div'));
  createRoot(root).render(
    <MantineProvider>
      <FileDrop look="plain" onFiles={(files) => given.push(files.map(({ name }) => name))} {...about}>
        {(choose) => (
          <>
            <button type="button" onClick={choose}>
              选择文件
            </button>
            <textarea aria-label="说明" />
          </>
        )}
      </FileDrop>
    </MantineProvider>,
  );
  await vi.waitUntil(() => root.querySelector('button'));
  const within = <Shape extends HTMLElement>(selector: string) => root.querySelector<Shape>(selector)!;
  return { given, within };
}

function carrying(...names: string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File(['x'], name));
  return transfer;
}

const drop = (on: HTMLElement, dataTransfer: DataTransfer) =>
  on.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));

test('files are taken wherever in it they are dropped, whatever they are', async () => {
  const { given, within } = await place({ multiple: true, accept: '.pdf' });
  drop(within('textarea'), carrying('签到表.pdf', '现场.jpg'));
  await vi.waitFor(() => expect(given).toEqual([['签到表.pdf', '现场.jpg']]));
});

test('of several, one is taken where one is wanted', async () => {
  const { given, within } = await place({});
  drop(within('button'), carrying('名册.xlsx', '旧名册.xlsx'));
  await vi.waitFor(() => expect(given).toEqual([['名册.xlsx']]));
});

test('the button opens the file chooser, and the area itself is no stop of the keyboard', async () => {
  const { within } = await place({ accept: '.pdf' });
  const input = within<HTMLInputElement>('input[type=file]');
  const opened = vi.fn((event: Event) => event.preventDefault());
  input.addEventListener('click', opened);
  within('button').click();
  await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  expect([input.accept, input.multiple]).toEqual(['.pdf', false]);
  expect(within('[role=presentation]').hasAttribute('tabindex')).toBe(false);
});

test('while it is disabled nothing is taken', async () => {
  const { given, within } = await place({ disabled: true });
  const open = await place({});
  drop(within('button'), carrying('签到表.pdf'));
  drop(open.within('button'), carrying('照片.jpg'));
  await vi.waitFor(() => expect(open.given).toEqual([['照片.jpg']]));
  expect(given).toEqual([]);
});

test('text that is pasted beside it stays text, though a picture of it comes along', async () => {
  const { within } = await place({});
  const clipboardData = carrying('image.png');
  clipboardData.setData('text/plain', 'SL01-2026-000001');
  const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
  within('textarea').dispatchEvent(paste);
  expect(paste.defaultPrevented).toBe(false);
});
