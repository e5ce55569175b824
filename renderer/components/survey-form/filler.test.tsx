import { MantineProvider } from '@mantine/core';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BoxForm } from '../../../shared/contract/surveys.ts';
import { codeOf } from '../../../shared/domain/base/one-time-code.ts';
import type { FilledForm } from '../../../shared/exchange/surveys/answer-file.ts';
import { boxFormOf, contentOf, everyKind, ratedTrainer } from '../../../tests/support/survey.ts';
import { Filler } from './filler.tsx';

const why = { kind: 'text', id: 'why', title: '原因', required: true } as const;
const content = contentOf([
  everyKind[0]!,
  everyKind[1]!,
  { ...why, showIf: { questionId: 'all', anyOf: ['1', '2'] } },
]);

let root: Root;
let taken: FilledForm[];

function open(
  about: Partial<BoxForm>,
  idleSeconds: number | null = null,
  submit?: () => Promise<void>,
): void {
  const form = boxFormOf({ content, ...about });
  const keep = async (filled: FilledForm) => {
    await submit?.();
    taken.push(filled);
  };
  root.render(
    <MantineProvider>
      <Filler form={form} submit={keep} thanks="谢谢" idleSeconds={idleSeconds} thanksSeconds={60} />
    </MantineProvider>,
  );
}

beforeEach(() => {
  taken = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const button = (name: string) => page.getByRole('button', { name });

describe('a form is filled by one after another', () => {
  test('digits alone answer it, and what was answered is what is taken', async () => {
    open({});
    await button('开始填写').click();
    await page
      .getByRole('radiogroup', { name: /总体满意度/ })
      .getByRole('radio')
      .first()
      .click();
    await userEvent.keyboard('54');
    await button('提交').click();
    await expect.element(page.getByText('谢谢')).toBeVisible();
    expect(taken).toMatchObject([
      { code: null, answer: { all: 5, teaching: { [ratedTrainer.id]: { attitude: 4 } } } },
    ]);
  });

  test('a question comes up by an answer, must be answered then, and goes with it', async () => {
    open({});
    await button('开始填写').click();
    await page
      .getByRole('radiogroup', { name: /总体满意度/ })
      .getByRole('radio')
      .first()
      .click();
    await expect.element(page.getByRole('textbox', { name: /原因/ })).toBeVisible();
    await page.getByRole('radiogroup', { name: '教学态度' }).getByRole('radio').nth(2).click();
    await button('提交').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('第 3 题“原因”：必答，没有填');
    await page.getByRole('textbox', { name: /原因/ }).fill('太远');
    await page
      .getByRole('radiogroup', { name: /总体满意度/ })
      .getByRole('radio')
      .nth(3)
      .click();
    await button('提交').click();
    await expect.element(page.getByText('谢谢')).toBeVisible();
    expect(taken[0]?.answer).toEqual({ all: 4, teaching: { [ratedTrainer.id]: { attitude: 3 } } });
  });

  test('a code that can be none is told at once', async () => {
    open({ access: 'codes' });
    await page.getByRole('textbox').fill('123456789');
    await button('开始填写').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('有没有输错');
    await page.getByRole('textbox').fill(codeOf('12345678'));
    await button('开始填写').click();
    await expect.element(page.getByRole('radiogroup', { name: /总体满意度/ })).toBeVisible();
  });

  test('left alone it goes back to the start, and nothing of the one before is left', async () => {
    open({ access: 'codes' }, 0.6);
    await page.getByRole('textbox').fill(codeOf('12345678'));
    await button('开始填写').click();
    await page
      .getByRole('radiogroup', { name: /总体满意度/ })
      .getByRole('radio')
      .first()
      .click();
    await expect.element(button('开始填写')).toBeVisible();
    await expect.element(page.getByRole('textbox')).toHaveValue('');
    expect(taken).toEqual([]);
  });

  test('where it was not taken, it says why and the answers stay', async () => {
    const refuse = vi.fn(async () => {
      throw new Error('磁盘满了');
    });
    open({}, null, refuse);
    await button('开始填写').click();
    await page
      .getByRole('radiogroup', { name: /总体满意度/ })
      .getByRole('radio')
      .nth(4)
      .click();
    await page.getByRole('radiogroup', { name: '教学态度' }).getByRole('radio').nth(4).click();
    await button('提交').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('磁盘满了');
    await expect.element(page.getByRole('radio', { checked: true }).first()).toBeVisible();
    expect(refuse).toHaveBeenCalledOnce();
  });
});
