import { Label } from '../components/Label.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import type { MeetingConsole } from './meetingQueries.js';

/** The number present and whether it is a quorum; announced to screen readers when it changes. */
export function QuorumLine({ quorum }: { readonly quorum: MeetingConsole['quorum'] }) {
  const t = useLabels(meeting);
  return (
    <p className="quorum" aria-live="polite">
      {t('quorum', quorumNumbers(quorum))}{' '}
      <Label tone={quorum.met ? 'over' : 'late'}>{t(quorum.met ? 'quorumMet' : 'quorumMissing')}</Label>
    </p>
  );
}

const quorumNumbers = ({ present, committee, fewest }: MeetingConsole['quorum']) => ({ present, committee, fewest });
