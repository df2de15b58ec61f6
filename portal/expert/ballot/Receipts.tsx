import { Label } from '../../pieces/Label.js';
import { Panel } from '../../pieces/Panel.js';
import { useWords } from '../../words/area.js';
import { meeting } from '../../words/meeting.js';
import type { KeptVote } from './kept.js';

/** What shows that my ballots were counted; nothing here tells what they said. */
export function Receipts({ votes }: { readonly votes: readonly KeptVote[] }) {
  const t = useWords(meeting);
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

function State({ state }: Pick<KeptVote, 'state'>) {
  const t = useWords(meeting);
  const words = {
    blinded: 'waiting',
    signed: 'waiting',
    held: 'waiting',
    included: 'included',
    missing: 'missing',
    void: 'gone',
  } as const;
  return (
    <Label {...(state === 'missing' ? { mood: 'late' } : state === 'included' ? { mood: 'over' } : {})}>
      {t(words[state])}
    </Label>
  );
}
