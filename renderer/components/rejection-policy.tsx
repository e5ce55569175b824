import { SegmentedControl } from '@mantine/core';

/** What becomes of an import with wrong rows: the right ones are taken, or none while one is wrong. */
export type Policy = 'good' | 'none';

export function RejectionPolicy({ policy, onChange }: { policy: Policy; onChange(policy: Policy): void }) {
  return (
    <SegmentedControl
      aria-label="有误时怎么办"
      value={policy}
      onChange={(value) => onChange(value as Policy)}
      data={[
        { value: 'good', label: '只导入正确的行' },
        { value: 'none', label: '全部正确才导入' },
      ]}
    />
  );
}
