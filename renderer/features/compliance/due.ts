import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { complianceLines } from '../../../shared/regulation/compliance.ts';
import type { DueLines } from '../../components/capability.ts';
import { readFacts } from '../../records/compliance/facts.ts';

/** What the measures ask and this year lacks, read once for all of its lines. */
export const due: DueLines = {
  place: 3,
  async read(database, today) {
    const read = await readFacts(database, civilYear(today), today);
    if (!read) return [];
    const { toClose, facts } = read;
    return [
      { label: '超过期限没有结班的培训班', count: toClose.overdue, to: '/classes?show=overdue' },
      { label: '已结束、等着结班的培训班', count: toClose.waiting, to: '/classes?show=ended' },
      { label: '今年已结班、还没有归档的培训班', count: facts.classes.closed - facts.filed, to: '/archives' },
      { label: '收费与公示不符的培训班', count: facts.disclosure.undisclosed, to: '/disclosure' },
      {
        label: '更正后待重发的证书',
        count: facts.certificates.toReplace,
        to: '/certificates?state=toReplace',
      },
      {
        label: '办法要求、还没有依据的事项',
        count: complianceLines(facts).filter(({ state }) => state === 'missing').length,
        to: '/compliance?show=open',
      },
    ];
  },
};
