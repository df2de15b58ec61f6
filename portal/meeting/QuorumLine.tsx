import { Label } from '../pieces/Label.js';
import { useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';
import type { MeetingRoom } from './meetingQueries.js';

/** How many are there, and whether that is enough; read out when it changes. */
export function QuorumLine({ quorum }: { readonly quorum: MeetingRoom['quorum'] }) {
  const t = useWords(meeting);
  return (
    <p className="quorum" aria-live="polite">
      {t('quorum', quorumNumbers(quorum))}{' '}
      <Label mood={quorum.met ? 'over' : 'late'}>{t(quorum.met ? 'quorumMet' : 'quorumMissing')}</Label>
    </p>
  );
}

const quorumNumbers = ({ present, committee, fewest }: MeetingRoom['quorum']) => ({ present, committee, fewest });
