import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { FormModal } from '../components/FormModal.js';
import { Problem } from '../components/Problem.js';
import { RequiredReason } from '../components/RequiredReason.js';
import '../components/lines.css';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { MEMBERSHIPS } from './membershipQueries.js';

/** What is sent for the chosen ones. */
interface Decision {
  readonly ids: string[];
  readonly decision: 'accepted' | 'refused';
  readonly reason?: string;
}
interface Props<Item> {
  readonly items: readonly Item[];
  /** names an item for screen readers */
  readonly nameOf: (item: Item) => string;
  readonly shown: (item: Item) => ReactNode;
  readonly send: (decision: Decision) => Promise<unknown>;
}

const atOnce = 200;

/** Requests that are chosen one by one or all together, and accepted or refused with a reason. */
export function DecideList<Item extends { readonly id: string }>({ items, nameOf, shown, send }: Props<Item>) {
  const t = useLabels(membership);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refusing, setRefusing] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const ids = items.map(({ id }) => id).filter((id) => chosen.has(id));
  const accepting = useMutation({
    mutationFn: () => send({ ids: ids.slice(0, atOnce), decision: 'accepted' }),
    onSettled: () => client.invalidateQueries({ queryKey: [MEMBERSHIPS] }),
  });
  if (items.length === 0) return <p className="quiet">{t('nothingWaiting')}</p>;
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <>
      {accepting.error === null ? null : <Problem error={accepting.error} />}
      <div className="row">
        <Checkbox
          checked={ids.length === items.length}
          indeterminate={ids.length > 0 && ids.length < items.length}
          onChange={({ target }) => setChosen(new Set(target.checked ? items.map(({ id }) => id) : []))}
        >
          {t('chooseAll')}
        </Checkbox>
        <Button
          type="primary"
          disabled={ids.length === 0}
          loading={accepting.isPending}
          onClick={() => accepting.mutate()}
        >
          {t('acceptChosen', { n: ids.length })}
        </Button>
        <Button disabled={ids.length === 0} onClick={() => setRefusing(true)}>
          {t('refuseChosen', { n: ids.length })}
        </Button>
      </div>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              checked={chosen.has(item.id)}
              aria-label={nameOf(item)}
              onChange={({ target }) => toggle(item.id, target.checked)}
            >
              {shown(item)}
            </Checkbox>
          </li>
        ))}
      </ul>
      {refusing ? (
        <FormModal<{ reason: string }, unknown>
          title={t('refuseChosen', { n: ids.length })}
          ok={t('refuse')}
          invalidates={MEMBERSHIPS}
          form={form}
          send={({ reason }) => send({ ids: ids.slice(0, atOnce), decision: 'refused', reason })}
          onClose={() => setRefusing(false)}
          onDone={() => setRefusing(false)}
        >
          <RequiredReason label={t('refuseReason')} missing={t('required')} maxLength={500} />
        </FormModal>
      ) : null}
    </>
  );
}
