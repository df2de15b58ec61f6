import type { ReactNode } from 'react';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { ActDialog } from '../../components/act/ActDialog.js';
import { useSendAct } from '../../components/act/useSendAct.js';

interface Props {
  readonly application: Application;
  readonly action: Action;
  readonly body: unknown;
  /** the content of the decision, for a last review */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onDone: (receipt: Receipt) => void;
}

/** Confirms a decision: its letter, where it leads, the clause; Enter decides, Escape goes back. */
export function DecideDialog({ application, action, body, children, onClose, onDone }: Props) {
  const { send, error, busy } = useSendAct(application, action);
  return (
    <ActDialog
      application={application}
      action={action}
      error={error}
      busy={busy}
      ready
      onClose={onClose}
      onFinish={async () => {
        const receipt = await send(body);
        if (receipt !== null) onDone(receipt);
      }}
    >
      {children}
    </ActDialog>
  );
}
