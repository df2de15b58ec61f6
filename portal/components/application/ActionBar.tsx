import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { useMe } from '../../api/me.js';
import { acts } from '../../labels/acts.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { useSortedActions } from '../act/useSortedActions.js';
import { ActReceipt } from './ActReceipt.js';
import { RefusedAction } from './RefusedAction.js';

const ActForm = lazy(() => import('../act/ActForm.js').then(({ ActForm: it }) => ({ default: it })));

interface Props {
  readonly application: Application;
  /** acts that the page offers elsewhere */
  readonly except?: readonly Action['event'][];
  readonly onDone?: (receipt: Receipt, action: Action) => void;
}

/** The buttons of an application: the acts the API offers the reader; disabled ones explain why. */
export function ActionBar({ application, except = [], onDone }: Props) {
  const t = useLabels(acts);
  const localize = useLocalized();
  const { roles } = useMe();
  const [open, setOpen] = useState<Action | null>(null);
  const [done, setDone] = useState<{ readonly action: Action; readonly receipt: Receipt } | null>(null);
  const mine = application.actions.filter(
    ({ event, allowed, allowedRoles }) =>
      !except.includes(event) && (allowed || roles.some(({ role }) => allowedRoles.includes(role))),
  );
  const allowed = useSortedActions(
    application,
    mine.filter((action) => action.allowed),
  );
  const refused = mine.filter((action) => !action.allowed);
  return (
    <div className="stack" style={{ gap: 12 }}>
      {done === null ? null : <ActReceipt action={done.action} receipt={done.receipt} />}
      {mine.length === 0 ? <span className="quiet">{t('nothing')}</span> : null}
      <div className="row noPrint">
        {allowed.map(({ action, ends, main }) => (
          <Button key={action.event} type={main ? 'primary' : 'default'} danger={ends} onClick={() => setOpen(action)}>
            {localize(action)}
          </Button>
        ))}
        {refused.map((action) => (
          <RefusedAction key={action.event} action={action} />
        ))}
      </div>
      {open === null ? null : (
        <Suspense fallback={null}>
          <ActForm
            key={open.event}
            application={application}
            action={open}
            onClose={() => setOpen(null)}
            onDone={(receipt) => {
              setDone({ action: open, receipt });
              onDone?.(receipt, open);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
