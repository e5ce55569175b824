import { hexOf } from '../../shared/domain/base/hex.ts';
import '@mantine/core/styles.css';
import { Alert, MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { boxForm } from '../../shared/contract/surveys.ts';
import { answerFileEnding, type FilledForm } from '../../shared/exchange/surveys/answer-file.ts';
import { Filler } from '../components/survey-form/filler.tsx';
import { cssVariablesResolver, theme } from '../components/theme.ts';
import { sealAnswers } from './seal-answers.ts';

const embedded = z.object({ form: boxForm, publicKey: z.string() });

/** Hands the answer file over; its name is at random and says nothing. */
function saveFile(text: string): void {
  const name = hexOf(crypto.getRandomValues(new Uint8Array(5)));
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `答卷-${name}.${answerFileEnding}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function OfflineForm({ form, publicKey }: z.infer<typeof embedded>) {
  if (!globalThis.crypto?.subtle) {
    return (
      <Alert color="red" m="xl" title="这个浏览器不能填写">
        请换用新版的 Chrome、Edge 或 Firefox 打开这个文件，或向教师领一张纸质表。
      </Alert>
    );
  }
  const submit = async (filled: FilledForm) =>
    saveFile(JSON.stringify(await sealAnswers(form.runId, publicKey, [filled])));
  return (
    <Filler
      form={form}
      submit={submit}
      thanks="谢谢！答卷已存成一个文件（“答卷-…”），请交到指定的 U 盘或文件夹。"
      idleSeconds={null}
      thanksSeconds={60}
    />
  );
}

const data = embedded.parse(JSON.parse(document.getElementById('data')?.textContent ?? ''));
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="light">
      <OfflineForm {...data} />
    </MantineProvider>,
  );
}
