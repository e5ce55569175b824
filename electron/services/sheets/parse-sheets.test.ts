import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../shared/refusals/index.ts';
import { parseSheets } from './parse-sheets.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
  const thrown: unknown = await parseSheets(name, bytes).catch((error: unknown) => error);
  if (!(thrown instanceof Refusal)) throw new Error(`${name} was not refused: ${String(thrown)}`);
  return thrown.code;
}

function workbook(rows: unknown[][], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名册');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

describe('a sheet is opened by what its bytes are', () => {
  const rows = [
    ['姓名', '身份证号'],
    ['王㛃', '150502197205063211'],
  ];

  test.each([
    ['名册.xlsx', workbook(rows, 'xlsx'), null],
    ['名册.xls', workbook(rows, 'biff8'), null],
    ['名册.csv', bytesOf('\ufeff姓名,身份证号\r\n王㛃,150502197205063211\r\n'), 'UTF-8'],
    ['名册.csv', bytesOf('姓名\t身份证号\n王㛃\t150502197205063211\n'), 'UTF-8'],
    [
      '网页.xls',
      bytesOf(
        '<html><table><tr><td>姓名</td><td>身份证号</td></tr><tr><td>王㛃</td><td>150502197205063211</td></tr></table></html>',
      ),
      'UTF-8',
    ],
  ])('%s', async (name, bytes, encoding) => {
    const parsed = await parseSheets(name, bytes);
    expect(parsed.encoding).toBe(encoding);
    const texts = parsed.sheets[0]?.rows.slice(0, 2).map((row) => row.map((cell) => cell.text));
    expect(texts).toEqual(rows);
  });

  test.each(['张&#183105;', '张&#x2CB41;'])('HTML that writes %s means 张𬭁', async (name) => {
    const parsed = await parseSheets('a.xls', bytesOf(`<table><tr><td>${name}</td></tr></table>`));
    expect(parsed.sheets[0]?.rows[0]?.[0]?.text).toBe('张𬭁');
  });

  test('a number of 18 digits is known to have been a number', async () => {
    const parsed = await parseSheets('a.xlsx', workbook([[150702196704243500]], 'xlsx'));
    expect(parsed.sheets[0]?.rows[0]?.[0]).toEqual({
      text: '150702196704243500',
      number: 150702196704243500,
    });
  });
});

describe('what can not be a roster is refused with a reason', () => {
  const good = workbook([['姓名']], 'xlsx');

  test('a bomb, before it is inflated', async () => {
    const zeros = new Uint8Array(200 * 1024 * 1024);
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': zeros }, { level: 1 });
    expect(await refusalOf('bomb.xlsx', bomb)).toBe('fileInflates');
  });

  test('a smaller bomb, by how far it would inflate', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) });
    expect(await refusalOf('bomb.xlsx', bomb)).toBe('fileInflates');
  });

  test('a bomb that lies about its size', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50 * 1024 * 1024) }, { level: 1 });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 4 < bomb.length; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 100, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(await refusalOf('liar.xlsx', bomb)).toBe('fileDamaged');
  });

  test('too many entries', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 2500 }, (_, index) => [`e${index}`, strToU8('')]),
    );
    expect(await refusalOf('many.xlsx', zipSync(entries, { level: 0 }))).toBe('fileInflates');
  });

  test.each([
    ['cut in half', good.slice(0, good.length / 2), 'fileDamaged'],
    ['a zip of something else', zipSync({ 'readme.txt': strToU8('hello') }), 'fileDamaged'],
    ['climbing out of its folder', zipSync({ '../../evil.xml': strToU8('x') }), 'fileDamaged'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff), 'fileUnknown'],
    ['nothing', new Uint8Array(), 'fileUnknown'],
  ])('%s', async (name, bytes, code) => {
    expect(await refusalOf(name, bytes)).toBe(code);
  });
});
