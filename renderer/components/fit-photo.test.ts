import { expect, test } from 'vitest';
import { fitPhoto } from './fit-photo.ts';

async function picture(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#3366cc';
  context.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], '照片.png');
}

test.each([
  ['a camera’s portrait', 2000, 3000, [386, 579]],
  ['one that lies', 3000, 1500, [414, 207]],
  ['one that is small enough', 300, 400, [300, 400]],
])('%s is as large as it is printed', async (_, width, height, expected) => {
  const fitted = await fitPhoto(await picture(width, height));
  const { width: fittedWidth, height: fittedHeight } = await createImageBitmap(fitted);
  expect([fitted.name, fitted.type]).toEqual(['照片.jpg', 'image/jpeg']);
  expect([fittedWidth, fittedHeight]).toEqual(expected);
});

test('what is no picture is refused by its name', async () => {
  await expect(fitPhoto(new File(['%PDF-1.7'], '简历.pdf'))).rejects.toMatchObject({
    code: 'photoUnreadable',
    message: '简历.pdf 不是能打开的照片，请选 JPG 或 PNG。',
  });
});
