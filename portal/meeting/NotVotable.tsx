import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { type MeetingConsole, notVotableQuery } from './meetingQueries.js';

/** Applications that wait for the meeting and cannot be voted yet, with the reason of each; nothing where there is none. */
export function NotVotable({ meeting }: { readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { data } = useQuery(notVotableQuery(meeting.id, meeting));
  const items = (data?.items ?? []).flatMap((one) => one ?? []);
  if (items.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('notOnAgenda', { n: items.length })}
      description={
        <ul className="plainList stack">
          {items.map(({ applicationId, applicantName, unitName, reason }) => (
            <li key={applicationId}>
              <Link to={`/applications/${applicationId}`} lang="zh-CN">
                {applicantName} · {unitName}
              </Link>
              <div>
                {localize({ zh: reason.detail, en: reason.detailEn })} <span className="quiet">{reason.clause}</span>
              </div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
