import { Progress } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { Instant } from '../../pieces/deadline/Instant.js';
import { Panel } from '../../pieces/Panel.js';
import { useWords } from '../../words/area.js';
import { course as area } from '../../words/course.js';
import type { Course } from './courseQueries.js';

interface Props {
  readonly course: Course;
  readonly policy: Policy;
}

/** Each committee's meeting, and how far its outcomes have come; the page asks again while they are on their way. */
export function Meetings({ course, policy }: Props) {
  const t = useWords(area);
  const nameOf = (code: string) =>
    policy.reviewCommittee?.committees.value.find((committee) => committee.code === code)?.name ?? code;
  return (
    <Panel title={t('meetings')}>
      {course.meetings.length === 0 ? <p className="quiet">{t('noMeetings')}</p> : null}
      <ul className="courseMeetings">
        {course.meetings.map(({ meetingId, committee, metOn, signedAt, counts }) => {
          const carried = counts ?? course.fanOuts.find((one) => one.meetingId === meetingId);
          return (
            <li key={meetingId}>
              <div className="row">
                <strong lang="zh-CN">{nameOf(committee)}</strong>
                <span className="quiet">{metOn}</span>
                {signedAt === null ? (
                  <span className="quiet">{t('unsigned')}</span>
                ) : (
                  <span className="quiet">
                    {t('signed')} <Instant at={signedAt} />
                  </span>
                )}
              </div>
              {carried ? <Carried {...carried} finished={counts !== null} /> : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

interface Counts {
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
  readonly finished: boolean;
}

function Carried({ total, moved, refused, finished }: Counts) {
  const t = useWords(area);
  const done = moved + refused;
  const words = finished ? t('carriedAll', { total }) : t('carried', { done, total });
  return (
    <>
      <Progress
        aria-label={words}
        percent={total === 0 ? 100 : Math.floor((done * 100) / total)}
        status={finished ? 'success' : 'active'}
        showInfo={false}
      />
      <div className="numbers" aria-live="polite">
        {words}
        {refused > 0 ? ` · ${t('refused', { n: refused })}` : null}
      </div>
    </>
  );
}
