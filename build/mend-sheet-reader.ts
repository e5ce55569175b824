import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Where SheetJS goes on for ever, and how each place ends instead. */
const endless: readonly (readonly [text: string, ended: string])[] = [
  // Counts that are read past the end are no numbers, and never come down to 0; some slack, since honest
  // files of other programs have records that are shorter than they should be.
  [
    'function ReadShift(size/*:number*/, t/*:?string*/)/*:number|string*/ {',
    'function ReadShift(size, t) { if (this.l > this.length + 65536) throw new Error("read past the end");',
  ],
  // Sectors, small sectors and folders of the file within the file that lead round in a circle.
  [
    'for(j=start; j>=0;) {',
    'for(j=start; j>=0;) { if (buf.length > sectors.length) throw new Error("sectors go round");',
  ],
  [
    '//return (payload.slice(start*MSSZ, start*MSSZ + size)/*:any*/);',
    'if (size > payload.length) throw new Error("stream is longer than the file");',
  ],
  [
    'for(; j < q.length; ++j) {',
    'for(; j < q.length; ++j) { if (j > pl * 64 + 1024) throw new Error("folders go round");',
  ],
  [
    'FP[i] = FP[j] + "/" + FP[i];',
    'if (FP[i].length > 65536) throw new Error("folders go round"); FP[i] = FP[j] + "/" + FP[i];',
  ],
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
