import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { meeting } from '../../labels/meeting.js';
import type { StoredVote } from './storedVotes.js';

/** Receipts proving that the caller's ballots were counted; they do not reveal the votes. */
export function Receipts({ votes }: { readonly votes: readonly StoredVote[] }) {
  const t = useLabels(meeting);
  return (
    <Panel title={t('receipts')}>
      <p className="quiet">{t('receiptsMore')}</p>
      {votes.length === 0 ? <p>{t('noReceipts')}</p> : null}
      <ul className="receiptLines">
        {votes.map(({ motionId, applicantName, state, receipt }) => (
          <li key={motionId}>
            <span lang="zh-CN">{applicantName}</span> <State state={state} />
            <code>{receipt.serial}</code>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function State({ state }: Pick<StoredVote, 'state'>) {
  const t = useLabels(meeting);
  const labels = {
    blinded: 'waiting',
    signed: 'waiting',
    held: 'waiting',
    included: 'included',
    missing: 'missing',
    void: 'voided',
  } as const;
  return (
    <Label {...(state === 'missing' ? { tone: 'late' } : state === 'included' ? { tone: 'over' } : {})}>
      {t(labels[state])}
    </Label>
  );
}
