import { Alert, Table, Text } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { chineseDate, chinesePeriod } from '../../shared/domain/base/civil-date.ts';
import type { CertificateClaim } from '../../shared/exchange/proof/claim.ts';
import type { judgeNumber, Verdict } from '../../shared/exchange/proof/verdict.ts';
import type { VoidedNumber } from '../../shared/exchange/proof/void-list.ts';

export type Shown = Verdict | ReturnType<typeof judgeNumber>;

function ClaimTable({ claim }: { claim: CertificateClaim }) {
  const facts = [
    ['证书编号', claim.number],
    ['姓名', claim.learnerName],
    ['证件号码', claim.maskedDocument],
    ['培训班', claim.classTitle],
    ['时间', chinesePeriod(claim.startDate, claim.endDate)],
    [
      '学时',
      `共 ${claim.generalHours + claim.professionalHours}（公需 ${claim.generalHours}，专业 ${claim.professionalHours}）`,
    ],
    ['发证日期', chineseDate(claim.issueDate)],
    ...(claim.replaces === '' ? [] : [['更正', `替代 ${claim.replaces}`]]),
  ];
  return (
    <>
      <Table mt="sm">
        <Table.Tbody>
          {facts.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w={110}>{label}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="xs">
        请核对纸面上的内容和这里一样；不一样的，以这里为准。
      </Text>
    </>
  );
}

function voidedText({ number, state, on, reason, replacedBy }: VoidedNumber): string {
  if (state === 'replaced')
    return `${number} 已于 ${chineseDate(on)} 更正，由 ${replacedBy || '新证书'} 替代。`;
  return `${number} 已于 ${chineseDate(on)} 作废，原因：${reason || '没有写明'}。`;
}

const answers: Record<Shown['kind'], { title: string; color: string; icon: Icon }> = {
  valid: { title: '有效', color: '#06694a', icon: IconCheck },
  void: { title: '已经作废，无效', color: 'red.9', icon: IconX },
  voidNumber: { title: '已经作废，无效', color: 'red.9', icon: IconX },
  forged: { title: '不是真的，无效', color: 'red.9', icon: IconAlertTriangle },
  unclear: { title: '不能确认', color: '#b93815', icon: IconQuestionMark },
};

function reasonOf(verdict: Shown): string {
  switch (verdict.kind) {
    case 'valid':
      return `签名是真的，截至 ${chineseDate(verdict.asOf)} 没有作废。`;
    case 'void':
    case 'voidNumber':
      return voidedText(verdict.voided);
    case 'forged':
    case 'unclear':
      return verdict.why;
  }
}

/** The answer: valid, void, unclear or forged; a word, a picture and a colour each. */
export function VerdictCard({ verdict }: { verdict: Shown }) {
  const { title, color, icon: Picture } = answers[verdict.kind];
  const claim = 'claim' in verdict ? verdict.claim : null;
  return (
    <Alert variant="outline" color={color} icon={<Picture aria-hidden />} title={title} role="alert">
      {reasonOf(verdict)}
      {claim && <ClaimTable claim={claim} />}
    </Alert>
  );
}
