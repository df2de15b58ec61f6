import { Link } from 'react-router';
import { Label } from '../components/Label.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import type { Meeting } from './meetingQueries.js';

interface Props {
  readonly meetings: readonly Meeting[];
  /** address of a meeting's page */
  readonly to: (id: string) => string;
}

/** Meetings with links to their pages. */
export function MeetingList({ meetings, to }: Props) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  return (
    <ul className="receiptLines">
      {meetings.map(({ id, committeeName, campaignTitle, heldOn, begins, place, stateLabel }) => (
        <li key={id}>
          <div className="row">
            <strong lang="zh-CN">{committeeName}</strong> <Label>{localize(stateLabel)}</Label>
          </div>
          <div className="quiet">
            <span lang="zh-CN">{campaignTitle}</span> · {t('heldOn')}{' '}
            <span className="numbers">
              {heldOn} {begins}
            </span>{' '}
            · <span lang="zh-CN">{place}</span>
          </div>
          <Link to={to(id)}>{t('enter')}</Link>
        </li>
      ))}
    </ul>
  );
}
