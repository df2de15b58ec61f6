import { Link } from 'react-router';
import { Label } from '../pieces/Label.js';
import { useSay, useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';
import type { Meeting } from './meetingQueries.js';

interface Props {
  readonly meetings: readonly Meeting[];
  /** where a meeting's page is */
  readonly to: (id: string) => string;
}

/** Meetings with the way into each. */
export function MeetingList({ meetings, to }: Props) {
  const t = useWords(meeting);
  const say = useSay();
  return (
    <ul className="receiptLines">
      {meetings.map(({ id, committeeName, campaignTitle, heldOn, stateWords }) => (
        <li key={id}>
          <div className="row">
            <strong lang="zh-CN">{committeeName}</strong> <Label>{say(stateWords)}</Label>
          </div>
          <div className="quiet">
            <span lang="zh-CN">{campaignTitle}</span> · {t('heldOn')} <span className="numbers">{heldOn}</span>
          </div>
          <Link to={to(id)}>{t('enter')}</Link>
        </li>
      ))}
    </ul>
  );
}
