import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Where SheetJS goes on for ever, and how each place ends instead. */
const endless: readonly (readonly [text: string, ended: string])[] = [
  // Tokens of a formula that run past its end never meet it.
  ['while(target != blob.l) {', 'while(target > blob.l) {'],
  // Texts that end with a zero, in a file that ends before.
  [
    'while((w=__readUInt8(this, this.l + size++))!==0)',
    'while(this.l + size < this.length && (w=__readUInt8(this, this.l + size++))!==0)',
  ],
  [
    'while((w=__readUInt16LE(this,this.l +size))!==0)',
    'while(this.l + size + 1 < this.length && (w=__readUInt16LE(this,this.l +size))!==0)',
  ],
];

/**
 * Ends loops of SheetJS that a broken .xls never leaves (found by fuzzing). Fails the build where a text is no longer
 * there once: then look whether it was mended there.
 */
export const mendSheetReader: Plugin = {
  name: 'mend-sheet-reader',
  setup(build) {
    build.onLoad({ filter: /@e965[\\/]xlsx[\\/]xlsx\.m?js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [text, ended] of endless) {
        if (contents.split(text).length !== 2) throw new Error(`${path} has “${text}” not once`);
        contents = contents.replace(text, ended);
      }
      return { contents, loader: 'js' };
    });
  },
};
