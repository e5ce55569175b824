import { Alert, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { chineseDate, chinesePeriod } from '../../shared/domain/civil-date.ts';
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

/** The answer: valid, void, unclear or forged; a word, a picture and a colour each. */
export function VerdictCard({ verdict }: { verdict: Shown }) {
  switch (verdict.kind) {
    case 'valid':
      return (
        <Alert variant="outline" color="#06694a" icon={<IconCheck aria-hidden />} title="有效" role="alert">
          签名是真的，截至 {chineseDate(verdict.asOf)} 没有作废。
          <ClaimTable claim={verdict.claim} />
        </Alert>
      );
    case 'void':
      return (
        <Alert
          variant="outline"
          color="red.9"
          icon={<IconX aria-hidden />}
          title="已经作废，无效"
          role="alert"
        >
          {voidedText(verdict.voided)}
          <ClaimTable claim={verdict.claim} />
        </Alert>
      );
    case 'voidNumber':
      return (
        <Alert
          variant="outline"
          color="red.9"
          icon={<IconX aria-hidden />}
          title="已经作废，无效"
          role="alert"
        >
          {voidedText(verdict.voided)}
        </Alert>
      );
    case 'forged':
      return (
        <Alert
          variant="outline"
          color="red.9"
          icon={<IconAlertTriangle aria-hidden />}
          title="不是真的，无效"
          role="alert"
        >
          {verdict.why}
        </Alert>
      );
    case 'unclear':
      return (
        <Alert
          variant="outline"
          color="#b93815"
          icon={<IconQuestionMark aria-hidden />}
          title="不能确认"
          role="alert"
        >
          {verdict.why}
          {verdict.claim && <ClaimTable claim={verdict.claim} />}
        </Alert>
      );
  }
}
