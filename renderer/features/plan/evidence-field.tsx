import { MultiSelect, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import type { PlanEvidence } from '../../../shared/domain/teaching/plan.ts';
import { useRecords } from '../../components/records-context.tsx';
import { listRuns } from '../../records/surveys/queries.ts';

export interface EvidenceFieldProps {
  year: number;
  value: PlanEvidence;
  onChange(evidence: PlanEvidence): void;
}

/** What a line rests on (第24条): evaluations that were closed, or a basis in words. */
export function EvidenceField({ year, value, onChange }: EvidenceFieldProps) {
  const { database } = useRecords();
  const runs = useLiveQuery(async () => {
    const all = await listRuns(database);
    return all.filter((run) => run.closed !== null && run.year <= year);
  }, [database, year]);
  return (
    <>
      <MultiSelect
        label="评估结果"
        description="这一项依据的调查（第24条）；不足 5 份的不算依据"
        placeholder={value.runIds.length === 0 ? '选择以往的评估' : ''}
        searchable
        data={(runs ?? []).map(({ id, year: of, title, classTitle, tally }) => ({
          value: id,
          label: `${of} ${classTitle || title}（${tally?.answers ?? 0} 份）`,
        }))}
        value={value.runIds}
        onChange={(runIds) => onChange({ ...value, runIds })}
      />
      <TextInput
        label="其他依据"
        placeholder="新开的项目写需求调查、文件；以前在别处做的评估写时间和结果"
        value={value.stated}
        onChange={(event) => onChange({ ...value, stated: event.currentTarget.value })}
      />
    </>
  );
}
