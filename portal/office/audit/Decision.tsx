import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { ActionBar } from '../../components/application/ActionBar.js';
import { RefusedAction } from '../../components/application/RefusedAction.js';
import { UnmetConditions } from '../../components/application/UnmetConditions.js';
import { Deadlines } from '../../components/deadline/Deadlines.js';
import { usePlaceLabels } from '../../components/dossier/usePlaceLabels.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { elsewhere } from '../worklist/elsewhere.js';
import { useKeys } from './useKeys.js';
import type { AuditNotes } from './useNotes.js';

const DecideDialog = lazy(() => import('./DecideDialog.js').then(({ DecideDialog: it }) => ({ default: it })));

interface Props {
  readonly application: Application;
  readonly notes: AuditNotes;
  readonly onDone: (receipt: Receipt, action: Action) => void;
}

/** Accept, return with all notes, or another act the API offers: by button or key. */
export function Decision({ application, notes, onDone }: Props) {
  const t = useLabels(office);
  const localize = useLocalized();
  const place = usePlaceLabels();
  const [open, setOpen] = useState<'accept' | 'return' | null>(null);
  const [lacking, setLacking] = useState(false);
  const [exception, setException] = useState('');
  const unmet = application.unmetConditions !== null;
  const accept = application.actions.find(({ event }) => event === 'accept');
  const giveBack = application.actions.find(({ takes }) => takes === 'defects');
  const written = notes.defects.every(({ text }) => text.trim() !== '');

  function tryAccept() {
    if (accept?.allowed) setOpen('accept');
  }
  function tryReturn() {
    if (!giveBack?.allowed) return;
    setLacking(notes.defects.length === 0 || !written);
    if (notes.defects.length > 0 && written) setOpen('return');
  }
  useKeys({ a: tryAccept, r: tryReturn });

  const done = (action: Action) => (receipt: Receipt) => {
    notes.forget();
    setOpen(null);
    onDone(receipt, action);
  };
  const body = {
    defects: notes.defects.map(({ section, field, text }) => ({ section, field: field || section, text: text.trim() })),
    ...(notes.reason.trim() === '' ? {} : { reason: notes.reason.trim() }),
  };
  const clean = notes.defects.length === 0;
  return (
    <div className="stack" style={{ gap: 12 }}>
      <Deadlines application={application} />
      <div className="row">
        {accept === undefined ? null : accept.allowed ? (
          <Button type={clean ? 'primary' : 'default'} aria-keyshortcuts="a" onClick={tryAccept}>
            {localize(accept)} <kbd aria-hidden>a</kbd>
          </Button>
        ) : (
          <RefusedAction action={accept} />
        )}
        {giveBack === undefined ? null : giveBack.allowed ? (
          <Button type={clean ? 'default' : 'primary'} aria-keyshortcuts="r" onClick={tryReturn}>
            {localize(giveBack)}
            {clean ? null : ` (${notes.defects.length})`} <kbd aria-hidden>r</kbd>
          </Button>
        ) : (
          <RefusedAction action={giveBack} />
        )}
      </div>
      <div role="status">
        {lacking && (clean || !written) ? <span className="auditLacking">{t('noteFirst')}</span> : null}
      </div>
      <ActionBar application={application} except={['accept', 'return_for_correction', ...elsewhere]} onDone={onDone} />
      <Suspense fallback={null}>
        {open === 'accept' && accept !== undefined ? (
          <DecideDialog
            application={application}
            action={accept}
            body={unmet && exception.trim() !== '' ? { reason: exception.trim() } : {}}
            onClose={() => setOpen(null)}
            onDone={done(accept)}
          >
            {clean ? null : <p className="auditLacking">{t('defectsDropped', { n: notes.defects.length })}</p>}
            {unmet ? (
              <>
                <UnmetConditions application={application} />
                <label htmlFor="exceptionReason">{t('exceptionReason')}</label>
                <GrowingTextArea
                  id="exceptionReason"
                  minRows={2}
                  maxRows={6}
                  maxLength={2000}
                  value={exception}
                  onChange={({ target }) => setException(target.value)}
                  style={{ marginBlock: '4px 12px' }}
                />
              </>
            ) : null}
          </DecideDialog>
        ) : null}
        {open === 'return' && giveBack !== undefined ? (
          <DecideDialog
            application={application}
            action={giveBack}
            body={body}
            onClose={() => setOpen(null)}
            onDone={done(giveBack)}
          >
            <p>{t('allAtOnce', { n: notes.defects.length })}</p>
            <ol className="auditReported">
              {notes.defects.map(({ key, section, field, text }) => (
                <li key={key}>
                  <strong>{place(section, field)}</strong>
                  <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
                </li>
              ))}
            </ol>
            <label htmlFor="returnReason">{t('generalRemark')}</label>
            <GrowingTextArea
              id="returnReason"
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={notes.reason}
              onChange={({ target }) => notes.setReason(target.value)}
              style={{ marginBlock: '4px 12px' }}
            />
          </DecideDialog>
        ) : null}
      </Suspense>
    </div>
  );
}
