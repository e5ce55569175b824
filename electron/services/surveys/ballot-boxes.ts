import { createHash } from 'node:crypto';
import type {
  BoxForm,
  BoxState,
  InspectedFile,
  PaperForm,
  PaperPile,
} from '../../../shared/contract/surveys.ts';
import { same } from '../../../shared/domain/base/same.ts';
import type { SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import type { FilledForm } from '../../../shared/exchange/surveys/answer-file.ts';
import { asRefusal, messageOf, Refusal, refusal } from '../../../shared/refusals/index.ts';
import { surveyKey } from '../keys/derived-keys.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { ReadingThread } from '../reading/tasks.ts';
import { SealedFiles } from '../sealed-files/sealed-files.ts';
import { Turns } from '../turns.ts';
import { type BoxKeys, newBoxKeys } from './answer-files.ts';
import {
  type BoxContent,
  boxContent,
  type CastForm,
  emptyBox,
  stateOf,
  usableCode,
  withCodes,
  withForms,
  withoutAnswers,
} from './box-content.ts';

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/**
 * The ballot boxes of all runs: one sealed file each, written anew, whole, and on the disk before an answer
 * is acknowledged. No version of it is kept, so there are no two to tell the last answer by.
 */
export class BallotBoxes {
  private readonly files: SealedFiles;
  private readonly turns = new Turns();

  constructor(
    folder: string,
    keyring: Keyring,
    private readonly reading: Pick<ReadingThread, 'run'>,
  ) {
    this.files = new SealedFiles(folder, () => surveyKey(keyring.rootKey));
  }

  private nameOf(runId: string): string {
    return createHash('sha256').update(`ballot-box/${runId}`).digest('hex');
  }

  private async find(runId: string): Promise<BoxContent | null> {
    try {
      const content = await this.files.open(this.nameOf(runId), '票箱');
      return boxContent.parse(JSON.parse(content.toString('utf8')));
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.code === 'fileMissing') return null;
      throw thrown;
    }
  }

  private async mustFind(runId: string): Promise<BoxContent> {
    const box = await this.find(runId);
    if (!box) throw refusal('boxMissing');
    return box;
  }

  private async keep(box: BoxContent): Promise<BoxState> {
    await this.files.seal(this.nameOf(box.form.runId), Buffer.from(JSON.stringify(box)));
    return stateOf(box);
  }

  /** Changes a box; nothing else touches it meanwhile. @throws Refusal boxMissing and what `change` refuses */
  private change(
    runId: string,
    change: (box: BoxContent) => BoxContent | Promise<BoxContent>,
  ): Promise<BoxState> {
    return this.turns.take(async () => {
      const box = await this.mustFind(runId);
      const changed = await change(box);
      return changed === box ? stateOf(box) : this.keep(changed);
    });
  }

  open(form: BoxForm): Promise<BoxState> {
    return this.turns.take(async () => {
      const box = await this.find(form.runId);
      if (box?.isShut === false) return stateOf(box);
      return this.keep(box ? { ...box, isShut: false } : emptyBox(form, await newBoxKeys()));
    });
  }

  async state(runId: string): Promise<BoxState | null> {
    const box = await this.turns.take(() => this.find(runId));
    return box && stateOf(box);
  }

  async issueCodes(runId: string, count: number): Promise<{ codes: string[]; state: BoxState }> {
    let issued: string[] = [];
    const state = await this.change(runId, (box) => {
      const { box: changed, codes } = withCodes(box, count);
      issued = codes;
      return changed;
    });
    return { codes: issued, state };
  }

  async checkCode(runId: string, code: string): Promise<void> {
    usableCode(await this.turns.take(() => this.mustFind(runId)), code);
  }

  /** A form whose token is here already was taken before its answer got back: it is passed over. */
  cast(runId: string, { token, ...form }: FilledForm): Promise<BoxState> {
    return this.change(runId, (box) =>
      box.tokens.includes(token) ? box : withForms(box, 'kiosk', [{ ...form, where: '' }], [token]),
    );
  }

  castRows(runId: string, source: string, rows: readonly (PaperForm & { row: number })[]): Promise<BoxState> {
    return this.change(runId, (box) => {
      if (box.tokens.includes(source)) throw refusal('answersCounted', { what: '这张表' });
      const forms = rows.map(({ row, ...form }): CastForm => ({ ...form, where: `第${row}行` }));
      return withForms(box, 'sheet', forms, [source]);
    });
  }

  savePile(runId: string, pile: PaperPile): Promise<BoxState> {
    return this.change(runId, (box) => {
      if (box.tokens.includes(pile.id)) throw refusal('answersCounted', { what: '这一摞' });
      const others = box.piles.filter(({ id }) => id !== pile.id);
      return { ...box, piles: [...others, pile] };
    });
  }

  removePile(runId: string, pileId: string): Promise<BoxState> {
    return this.change(runId, (box) => ({ ...box, piles: box.piles.filter(({ id }) => id !== pileId) }));
  }

  castPile(runId: string, pileId: string): Promise<BoxState> {
    return this.change(runId, (box) => {
      if (box.tokens.includes(pileId)) throw refusal('answersCounted', { what: '这一摞' });
      const pile = box.piles.find(({ id }) => id === pileId);
      if (!pile) throw refusal('notFound', { what: '这一摞' });
      const { forms, first, second } = pile;
      if (first.length !== forms || second.length !== forms) {
        throw refusal('pileIncomplete', { forms, first: first.length, second: second.length });
      }
      const differs = first.findIndex((one, at) => !same(one, second[at]));
      if (differs >= 0) throw refusal('pileDiffers', { form: differs + 1 });
      const cast = first.map((one, at): CastForm => ({ ...one, where: `第 ${at + 1} 份` }));
      const counted = withForms(box, 'paper', cast, [pileId]);
      return { ...counted, piles: box.piles.filter(({ id }) => id !== pileId) };
    });
  }

  /** Opens answer files one after another, each with what it holds or why it does not open. */
  private async openEach(
    runId: string,
    keys: BoxKeys,
    files: readonly NamedBytes[],
    onFile: (file: NamedBytes, forms: FilledForm[] | Refusal) => void,
  ): Promise<void> {
    for (const file of files) {
      onFile(file, await this.reading.run('answers', { ...file, runId, keys }).catch(asRefusal));
    }
  }

  /** What of each file would be taken, one after the other as if those before it were. */
  async inspectFiles(runId: string, files: readonly NamedBytes[]): Promise<InspectedFile[]> {
    let box = await this.turns.take(() => this.mustFind(runId));
    const found: InspectedFile[] = [];
    await this.openEach(runId, box.keys, files, ({ name }, forms) => {
      const answers = forms instanceof Refusal ? 0 : forms.length;
      try {
        if (forms instanceof Refusal) throw forms;
        box = withFile(box, name, forms);
        found.push({ name, answers, problem: '' });
      } catch (thrown) {
        found.push({ name, answers, problem: messageOf(asRefusal(thrown)) });
      }
    });
    return found;
  }

  castFiles(runId: string, files: readonly NamedBytes[]): Promise<BoxState> {
    return this.change(runId, async (box) => {
      let changed = box;
      await this.openEach(runId, box.keys, files, ({ name }, forms) => {
        if (forms instanceof Refusal) throw forms;
        changed = withFile(changed, name, forms);
      });
      return changed;
    });
  }

  /** Shut first, so that no answer comes in between the counting and the emptying. */
  async shut(runId: string): Promise<BoxState & { content: SurveyAnswer[] }> {
    let content: SurveyAnswer[] = [];
    const state = await this.change(runId, (box) => {
      content = box.answers;
      return { ...box, isShut: true };
    });
    return { ...state, content };
  }

  async formOf(runId: string): Promise<{ form: BoxForm; publicKey: string }> {
    const { form, keys } = await this.turns.take(() => this.mustFind(runId));
    return { form, publicKey: keys.publicKey };
  }

  empty(runId: string, lot: string): Promise<BoxState> {
    return this.change(runId, (box) => (box.lot === lot ? withoutAnswers(box) : box));
  }
}

/** @throws Refusal answersCounted where a form of it is in the box already, however the file is called */
function withFile(box: BoxContent, name: string, forms: readonly FilledForm[]): BoxContent {
  const tokens = forms.map(({ token }) => token);
  const known = new Set(box.tokens);
  if (tokens.some((token) => known.has(token)) || new Set(tokens).size < tokens.length) {
    throw refusal('answersCounted', { what: name });
  }
  const cast = forms.map(({ code, answer }): CastForm => ({ code, answer, where: name }));
  return withForms(box, 'file', cast, tokens);
}
