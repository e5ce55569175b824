import type { VolumeRequest } from '../../contract/archives.ts';
import type { PrintedDocument } from '../../contract/printed-document.ts';
import { callout, paragraph, title } from '../blocks.ts';
import { paper } from '../paper.ts';

/** An attachment as a sheet in its place names it. */
export interface AbsentAttachment {
  /** As the fonts can print it. */
  name: string;
  hash: string;
  bytes: number;
}

/** The sheet that stands in for an attachment which can't be bound, and why it can't. */
export function standInSheet(
  { baseName, number, filedOn }: Pick<VolumeRequest, 'baseName' | 'number' | 'filedOn'>,
  { name, hash, bytes }: AbsentAttachment,
  why: string,
): PrintedDocument {
  return paper({ issuer: baseName, name, foot: number, on: filedOn }, [
    title('附件说明'),
    paragraph(`${why}，不能排入卷内，原件随案卷另存。`),
    callout([
      ['文件名', name],
      ['大小', `${bytes.toLocaleString('zh-CN')} 字节`],
      ['SHA-256', hash],
    ]),
  ]);
}
