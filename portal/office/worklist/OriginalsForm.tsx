import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { originalsRequired } from '../../../rules/dossier/checklist.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Receipt } from '../../api/act.js';
import { type Action, type Application, policyQuery } from '../../api/applications.js';
import { useSendAct } from '../../components/act/useSendAct.js';
import { ActReceipt } from '../../components/application/ActReceipt.js';
import { RefusedAction } from '../../components/application/RefusedAction.js';
import { Deadlines } from '../../components/deadline/Deadlines.js';
import { Problem } from '../../components/Problem.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

/** The originals a candidate hands in, ticked copy by copy; missing ones are reported by the law's refusal. */
export function OriginalsForm({ application }: { readonly application: Application }) {
  const action = application.actions.find(({ takes }) => takes === 'originals');
  const [done, setDone] = useState<{ readonly action: Action; readonly receipt: Receipt } | null>(null);
  return (
    <>
      <Deadlines application={application} />
      {done === null ? null : <ActReceipt {...done} />}
      {action === undefined ? null : action.allowed ? (
        <Ticks application={application} action={action} onDone={(receipt) => setDone({ action, receipt })} />
      ) : (
        <div>
          <RefusedAction action={action} />
        </div>
      )}
    </>
  );
}

interface TicksProps {
  readonly application: Application;
  readonly action: Action;
  readonly onDone: (receipt: Receipt) => void;
}

function Ticks({ application, action, onDone }: TicksProps) {
  const t = useLabels(office);
  const documentLabels = useDocumentLabels();
  const localize = useLocalized();
  const policy = useQuery(policyQuery(application.id)).data as Policy | undefined;
  const required = policy === undefined ? [] : originalsRequired(application.profile, policy);
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const { send, error, busy } = useSendAct(application, action);
  const all = required.map((_, index) => index);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const receipt = await send({ received: required.filter((_, index) => ticked.includes(index)) });
        if (receipt !== null) onDone(receipt);
      }}
    >
      <fieldset className="tickList">
        <legend>{localize(action)}</legend>
        {required.map((kind, index) => {
          const copies = required.filter((other) => other === kind).length;
          const copy = required.slice(0, index + 1).filter((other) => other === kind).length;
          return (
            <Checkbox
              // The same kind twice means two copies: the position in the law's list tells them apart.
              key={`${kind}${copy}`}
              checked={ticked.includes(index)}
              onChange={({ target }) =>
                setTicked(target.checked ? [...ticked, index] : ticked.filter((one) => one !== index))
              }
            >
              {documentLabels[kind]}
              {copies > 1 ? <span className="quiet"> {t('copy', { n: copy })}</span> : null}
            </Checkbox>
          );
        })}
      </fieldset>
      <div className="row" style={{ marginBlock: 16 }}>
        <Button disabled={all.length === 0} onClick={() => setTicked(all)}>
          {t('tickAll')}
        </Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={ticked.length === 0}>
          {localize(action)}
        </Button>
        <span className="quiet">{t('ticked', { n: ticked.length, all: all.length })}</span>
      </div>
      {error === null ? null : <Problem error={error} />}
    </form>
  );
}
