import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Charge } from '../../../shared/domain/money/charge.ts';
import { type Fen, formatFen } from '../../../shared/domain/money/money.ts';
import { useMay } from '../../components/actor-context.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { FenInput } from '../../components/fen-input.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { removeCharge, waiveCharge } from '../../records/fees/charge-commands.ts';

function WaiverForm({ charge, onDone }: { charge: Charge; onDone(): void }) {
  const { execute } = useRecords();
  const [fen, setFen] = useState<Fen | null>(charge.owedFen);
  const [reason, setReason] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(waiveCharge, { chargeId: charge.id, fen: fen ?? 0, reason });
          sayDone(`已减免 ${formatFen(fen ?? 0)} 元`);
          onDone();
        });
      }}
    >
      <Stack gap="xs">
        <FenInput label="减免（元）" initialFen={charge.owedFen} onChange={setFen} />
        <TextInput
          label="减免原因"
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={fen === null}>
          减免
        </Button>
      </Stack>
    </form>
  );
}

/** What an administrator may do with one charge: waive what is owed, or take it back before any money. */
export function ChargeActs({ charge, learnerName }: { charge: Charge; learnerName: string }) {
  const { execute } = useRecords();
  const mayWaive = useMay(waiveCharge);
  const mayRemove = useMay(removeCharge);
  const [waiving, setWaiving] = useState(false);
  const isUntouched = charge.owedFen === charge.amountFen;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {mayWaive && charge.owedFen > 0 && (
        <Popover opened={waiving} onChange={setWaiving} trapFocus withArrow position="left">
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="indigo.9"
              onClick={() => setWaiving(!waiving)}
              aria-label={`减免 ${learnerName} ${charge.item.title}`}
            >
              减免
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <WaiverForm charge={charge} onDone={() => setWaiving(false)} />
          </Popover.Dropdown>
        </Popover>
      )}
      {mayRemove && isUntouched && (
        <ConfirmedButton
          look="row"
          name={`删除 ${learnerName} ${charge.item.title} 应收`}
          title="删除这笔应收？"
          consequence={`${learnerName} 的“${charge.item.title}” ${formatFen(charge.amountFen)} 元将不再收取。计错了才删除；不收的请用减免。`}
          act="删除"
          perform={() => execute(removeCharge, { chargeId: charge.id })}
        />
      )}
    </Group>
  );
}
