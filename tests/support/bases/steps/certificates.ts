import { v7 as uuid } from 'uuid';
import type { CertificateDesign } from '../../../../shared/domain/certificates/certificate-design.ts';
import { finishedDesigns } from '../../../../shared/domain/certificates/certificate-designs.ts';
import type { BuildingDesk, Step } from './desk.ts';
import {
  addDesign,
  beginPrintRun,
  chooseDesign,
  classVerdicts,
  confirmPrintRun,
  designsOf,
  editDesign,
  issueCertificates,
  keepPrintChoice,
  openSnapshot,
  printMeans,
  publishDesign,
  receiveBlanks,
  savePrinter,
  voidCertificate,
} from './product.ts';
import { membersOf } from './work.ts';

/** The class of the sample that is over. */
async function finished({ database }: BuildingDesk) {
  const of = (await database.rows.classes.toArray()).find(({ number }) => number.endsWith('-01'));
  if (!of) throw new Error('there is no first class');
  return of;
}

/** Issues to all who qualify. */
async function issueAll(desk: BuildingDesk): Promise<void> {
  const of = await finished(desk);
  const verdicts = await classVerdicts(desk.database, of, desk.today);
  const learnerIds = (await membersOf(desk, of)).filter((id) => verdicts.get(id)?.verdict.eligible);
  await desk.execute(issueCertificates, { classId: of.id, learnerIds, desk: null });
}

async function byNumber({ database }: BuildingDesk) {
  const all = await database.rows.certificates.toArray();
  return all.sort((a, b) => a.number.localeCompare(b.number));
}

/** One PDF of them all among the produced files. */
async function printAll(desk: BuildingDesk): Promise<void> {
  const { database, host } = desk;
  const certificates = await byNumber(desk);
  const snapshots = certificates.map(({ snapshot }) => snapshot);
  await host.certificates.print({
    jobId: uuid(),
    name: '证书',
    separate: false,
    reprints: [],
    designs: await designsOf(database, snapshots),
    ...(await printMeans(database)),
    certificates: certificates.map((certificate) =>
      openSnapshot(database.vault, 'certificates', certificate),
    ),
  });
}

export const sampleCertified: Step = async (desk) => {
  await issueAll(desk);
  await printAll(desk);
};

export const sampleVoided: Step = async (desk) => {
  const [first] = await byNumber(desk);
  await desk.execute(voidCertificate, { id: first?.id ?? '', reason: '重名，发错了人' });
};

const designName = '蒙汉双语竖版';

/** A finished design of which the number was moved, not published yet. */
export const designDrafted: Step = async ({ execute }) => {
  const finishedOne = finishedDesigns.find(({ name }) => name === designName);
  if (!finishedOne) throw new Error('there is no such design');
  const design: CertificateDesign = {
    ...finishedOne,
    elements: finishedOne.elements.map((element) =>
      element.id === 'number' ? { ...element, x: 70 } : element,
    ),
  };
  await execute(addDesign, { design });
};

async function ownDesign({ database }: BuildingDesk) {
  const all = await database.rows.certificateDesigns.toArray();
  const stored = all.find(({ draft }) => draft.name === designName);
  if (!stored) throw new Error('there is no design');
  return stored;
}

export const designPublished: Step = async (desk) => {
  const { id, draft } = await ownDesign(desk);
  const issued = draft.elements.find((element) => element.id === 'number');
  if (issued?.kind !== 'text') throw new Error('the number is no text');
  const note = { ...issued, id: 'text-1', x: 65, y: 272, width: 120, height: 10, size: 14, least: 8 };
  const elements = [...draft.elements, { ...note, text: '本证书由{基地名称}颁发' }];
  await desk.execute(editDesign, { id, design: { ...draft, elements } });
  await desk.execute(publishDesign, { id });
};

/** New certificates take the design; the printer is known to be off, and blanks are registered. */
export const studioReady: Step = async (desk) => {
  const { execute, today } = desk;
  await execute(chooseDesign, { id: (await ownDesign(desk)).id });
  await execute(receiveBlanks, { prefix: '内A', digits: 6, first: 101, last: 150, receivedOn: today });
  const printer = await execute(savePrinter, {
    id: null,
    name: '窗口的激光机',
    paper: 'own',
    flip: 'longEdge',
    dx: 2,
    dy: -1,
    scaleX: 1,
    scaleY: 1,
  });
  keepPrintChoice({ printerId: printer.id, onBlank: true, desk: null });
};

export const studioIssued: Step = async (desk) => {
  await issueAll(desk);
  await printAll(desk);
};

/** All of them were printed on blanks; one of the blanks was spoiled. */
export const studioPrinted: Step = async (desk) => {
  const { database, execute } = desk;
  const certificateIds = (await byNumber(desk)).map(({ id }) => id);
  const [stock] = await database.rows.blankStocks.toArray();
  const run = await execute(beginPrintRun, { title: '证书', certificateIds, onBlank: true });
  const blanks = { stockId: stock?.id ?? '', from: 101, spoiled: [103] };
  await execute(confirmPrintRun, { id: run.id, printed: certificateIds.length, blanks });
};
