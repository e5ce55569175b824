import { refusal } from '../../shared/refusals/index.ts';

/** 35 × 49 mm at 300 dots an inch: what a certificate prints of it. */
const [mostWidth, mostHeight] = [414, 579];
const quality = 0.85;

/**
 * A portrait as large as it is printed: from a camera it is a hundred times that, and would be in every PDF.
 * @throws Refusal photoUnreadable
 */
export async function fitPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) throw refusal('photoUnreadable', { name: file.name });
  const scale = Math.min(1, mostWidth / picture.width, mostHeight / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw refusal('photoUnreadable', { name: file.name });
  context.imageSmoothingQuality = 'high';
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const fitted = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new File([fitted], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });
}
