import { describe, expect, test } from 'vitest';
import type { CertificateDesign } from '../../../shared/domain/certificates/certificate-design.ts';
import { firstDesign } from '../../../shared/domain/certificates/first-design.ts';
import { type Desk, openDesk, refused } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { readBase } from '../base/queries.ts';
import { issueCertificates } from '../certificates/certificate-commands.ts';
import { addDesign, chooseDesign, editDesign, publishDesign, removeDesign } from './design-commands.ts';
import { designsOf } from './designs-in-use.ts';

const design = firstDesign;

async function inUse(desk: Desk) {
  const { id } = await desk.execute(addDesign, { design });
  await desk.execute(publishDesign, { id });
  await desk.execute(chooseDesign, { id });
  return id;
}

describe('a certificate keeps the version of the design it was issued with', () => {
  test('whatever becomes of the design afterwards', async () => {
    const desk = await openDesk();
    const { classId, learnerIds } = await finishedClass(desk, 3);
    const issue = (at: number) => desk.execute(issueCertificates, { classId, learnerIds: [learnerIds[at]!] });
    const [begun] = await issue(0);
    const [atFirst] = await designsOf(desk.database, [begun!.snapshot]);
    expect(atFirst?.design).toEqual(firstDesign);
    const { certificateDesignId: firstId } = (await readBase(desk.database))!;
    const id = await inUse(desk);
    const [first] = await issue(1);
    expect(first!.snapshot.designVersionId).not.toBe(begun!.snapshot.designVersionId);
    await desk.execute(editDesign, { id, design: { ...design, width: 300 } });
    const [still] = (await designsOf(desk.database, [first!.snapshot])) ?? [];
    expect(still?.design).toEqual(design);
    expect(await desk.execute(publishDesign, { id })).toBe(2);
    const [second] = await issue(2);
    const versions = await designsOf(desk.database, [first!.snapshot, second!.snapshot]);
    expect(versions.map((one) => one.design.width).sort()).toEqual([297, 300]);
    expect((await refused(desk.execute(removeDesign, { id }))).code).toBe('designInUse');
    await desk.execute(chooseDesign, { id: firstId });
    expect((await refused(desk.execute(removeDesign, { id }))).code).toBe('designInUse');
  });
});

describe('a design is published only when certificates of it come out right', () => {
  const publishing = async (changed: CertificateDesign) => {
    const desk = await openDesk();
    await finishedClass(desk, 1);
    const { id } = await desk.execute(addDesign, { design: changed });
    return refused(desk.execute(publishDesign, { id }));
  };
  const [text] = design.elements.filter((element) => element.kind === 'text');

  test('a field that is none would print its braces', async () => {
    const elements = [...design.elements, { ...text!, id: 'extra', x: 10, y: 190, text: '{网站}' }];
    expect((await publishing({ ...design, elements })).message).toContain('里的 {网站} 不是能填的内容');
  });

  test('on the back too', async () => {
    const back = [{ ...text!, text: '{姓 名}' }];
    expect((await publishing({ ...design, back })).code).toBe('designFieldUnknown');
  });

  test('the seal has its room', async () => {
    const elements = design.elements.filter(({ kind }) => kind !== 'seal');
    expect((await publishing({ ...design, elements })).message).toBe(
      '样式“典雅横版”没有盖章处：署名和日期上面要留出 50 × 50 毫米盖章。',
    );
  });

  test('nothing is published twice, and nothing unpublished is used', async () => {
    const desk = await openDesk();
    await finishedClass(desk, 1);
    const { id } = await desk.execute(addDesign, { design });
    expect((await refused(desk.execute(chooseDesign, { id }))).code).toBe('designUnpublished');
    await desk.execute(publishDesign, { id });
    expect((await refused(desk.execute(publishDesign, { id }))).code).toBe('designUnchanged');
    const before = await desk.database.rows.designVersions.count();
    await desk.execute(removeDesign, { id });
    expect(await desk.database.rows.designVersions.count()).toBe(before - 1);
    expect(await desk.database.rows.designVersions.where('designId').equals(id).count()).toBe(0);
  });
});
