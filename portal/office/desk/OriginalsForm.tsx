import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { originalsRequired } from '../../../rules/dossier/checklist.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Receipt } from '../../api/act.js';
import { type Action, type Application, policyQuery } from '../../api/applications.js';
import { useSending } from '../../pieces/act/useSending.js';
import { RefusedAction } from '../../pieces/application/RefusedAction.js';
import { Registered } from '../../pieces/application/Registered.js';
import { DeadlineView } from '../../pieces/deadline/DeadlineView.js';
import { Problem } from '../../pieces/Problem.js';
import { useSay, useWords } from '../../words/area.js';
import { useDocumentWords } from '../../words/dossier/documents.js';
import { office } from '../../words/office.js';

/** The papers a candidate hands in, copy by copy, to be ticked; what is lacking is refused by the law, which says what. */
export function OriginalsForm({ application }: { readonly application: Application }) {
  const action = application.actions.find(({ takes }) => takes === 'originals');
  const [done, setDone] = useState<{ readonly action: Action; readonly receipt: Receipt } | null>(null);
  return (
    <>
      {application.deadlines.map((deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />)}
      {done === null ? null : <Registered {...done} />}
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
  const t = useWords(office);
  const documentWords = useDocumentWords();
  const say = useSay();
  const policy = useQuery(policyQuery(application.id)).data as Policy | undefined;
  const asked = policy === undefined ? [] : originalsRequired(application.profile, policy);
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const { send, error, busy } = useSending(application, action);
  const all = asked.map((_, index) => index);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const receipt = await send({ received: asked.filter((_, index) => ticked.includes(index)) });
        if (receipt !== null) onDone(receipt);
      }}
    >
      <fieldset className="deskTicks">
        <legend>{say(action)}</legend>
        {asked.map((kind, index) => {
          const copies = asked.filter((other) => other === kind).length;
          const copy = asked.slice(0, index + 1).filter((other) => other === kind).length;
          return (
            <Checkbox
              // The same kind twice is two copies: the place in the law's list tells them apart.
              key={`${kind}${copy}`}
              checked={ticked.includes(index)}
              onChange={({ target }) =>
                setTicked(target.checked ? [...ticked, index] : ticked.filter((one) => one !== index))
              }
            >
              {documentWords[kind]}
              {copies > 1 ? <span className="quiet"> {t('copy', { n: copy })}</span> : null}
            </Checkbox>
          );
        })}
      </fieldset>
      <div className="row" style={{ marginBlock: 16 }}>
        <Button onClick={() => setTicked(all)}>{t('tickAll')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={ticked.length === 0}>
          {say(action)}
        </Button>
        <span className="quiet">{t('ticked', { n: ticked.length, all: all.length })}</span>
      </div>
      {error === null ? null : <Problem error={error} />}
    </form>
  );
}
