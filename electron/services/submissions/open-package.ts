import { type Statistics, statistics } from '../../../shared/domain/base/statistics.ts';
import { parseBoundedJsonBytes } from '../../../shared/exchange/bounded-json.ts';
import { isSignedBy } from '../../../shared/exchange/proof/is-signed-by.ts';
import {
  packageFiles,
  packageJson,
  type SubmissionManifest,
  signaturePrefix,
  submissionManifest,
} from '../../../shared/exchange/submission/manifest.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { contradictionsIn } from '../../../shared/regulation/plausibility.ts';
import { steadyZip } from '../files/steady-zip.ts';
import { hashOf } from '../sealed-files/sealed-files.ts';
import { readZip, type ZipLimits } from '../sheets/read-zip.ts';

const mebibyte = 1024 * 1024;
/** A year of 3,000 learners with its ledger takes a hundredth of it. */
export const submissionLimits: ZipLimits = {
  entries: 12,
  inflatedBytes: 64 * mebibyte,
  inflation: 2,
  inflationFreeBytes: 0,
};

export interface OpenedPackage {
  manifest: SubmissionManifest;
  manifestHash: string;
  statistics: Statistics;
  files: ReadonlyMap<string, Uint8Array>;
}

function parsedJson(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && parseBoundedJsonBytes(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A package as it was made, or why it is none. Whose key signed it is for the receiver to know.
 * @throws Refusal submissionUnreadable with the reason, fileInflates, fileDamaged
 */
export async function openPackage(name: string, bytes: Uint8Array): Promise<OpenedPackage> {
  const refuse = (reason: string) => refusal('submissionUnreadable', { name, reason });
  const files = await readZip(name, Buffer.from(bytes), submissionLimits);
  const manifestBytes = files.get(packageFiles.manifest);
  const signatureText = files.get(packageFiles.signature)?.toString('utf8');
  if (!manifestBytes || signatureText === undefined) throw refuse('里面没有报送清单或签名');
  const parsed = submissionManifest.safeParse(parsedJson(manifestBytes));
  if (!parsed.success) throw refuse('报送清单的格式不对，或是更新的版本做的');
  const manifest = parsed.data;
  if (!Buffer.from(packageJson(manifest)).equals(manifestBytes)) throw refuse('报送清单被改动过');
  const signed = Buffer.concat([Buffer.from(signaturePrefix), manifestBytes]);
  const isWholeLine = signatureText.endsWith('\n');
  if (!isWholeLine || !isSignedBy(manifest.key.publicKey, signed, signatureText.slice(0, -1)))
    throw refuse('签名不对，内容被改动过');
  const listed = [packageFiles.manifest, packageFiles.signature, ...manifest.files.map((file) => file.name)];
  if (JSON.stringify([...files.keys()]) !== JSON.stringify(listed)) throw refuse('里面的文件和清单不一致');
  for (const file of manifest.files) {
    const content = files.get(file.name);
    if (!content || content.length !== file.bytes || hashOf(content) !== file.sha256)
      throw refuse(`${file.name} 被改动过`);
  }
  // What a zip says beside its files, as dates and flags, is signed by nobody: it must be as we write it.
  if (!(await steadyZip(files, false)).equals(Buffer.from(bytes))) throw refuse('压缩包被改动过');
  const counted = statistics.safeParse(parsedJson(files.get(packageFiles.statistics)));
  if (!counted.success) throw refuse('统计数据的格式不对');
  const { period } = counted.data;
  if (period.from !== manifest.period.from || period.to !== manifest.period.to)
    throw refuse('统计数据和清单不是同一段时间');
  const [contradiction] = contradictionsIn(counted.data);
  if (contradiction !== undefined) throw refuse(`数据自相矛盾：${contradiction}`);
  return { manifest, manifestHash: hashOf(manifestBytes), statistics: counted.data, files };
}
