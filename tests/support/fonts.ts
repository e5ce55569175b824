import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../node_modules/@expo-google-fonts');
const serif = join(packages, 'noto-serif-sc');

/** The printing fonts where their packages have them. */
export const printingFonts = {
  regular: join(serif, '400Regular/NotoSerifSC_400Regular.ttf'),
  bold: join(serif, '700Bold/NotoSerifSC_700Bold.ttf'),
  mongolian: join(packages, 'noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf'),
};
