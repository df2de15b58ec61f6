import { Progress } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import type { CampaignProgress } from './progressQueries.js';

interface Props {
  readonly progress: CampaignProgress;
  readonly policy: Policy;
}

/** Each committee's meeting, and how many outcomes have been applied; the page polls while they are being applied. */
export function Meetings({ progress, policy }: Props) {
  const t = useLabels(area);
  const nameOf = (code: string) =>
    policy.reviewCommittee?.committees.value.find((committee) => committee.code === code)?.name ?? code;
  return (
    <Panel title={t('meetings')}>
      {progress.meetings.length === 0 ? <p className="quiet">{t('noMeetings')}</p> : null}
      <ul className="progressMeetings">
        {progress.meetings.map(({ meetingId, committee, metOn, signedAt, counts }) => {
          const fanOut = counts ?? progress.fanOuts.find((one) => one.meetingId === meetingId);
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
              {fanOut ? <Applied {...fanOut} finished={counts !== null} /> : null}
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

function Applied({ total, moved, refused, finished }: Counts) {
  const t = useLabels(area);
  const done = moved + refused;
  const text = finished ? t('appliedAll', { total }) : t('appliedCount', { done, total });
  return (
    <>
      <Progress
        aria-label={text}
        percent={total === 0 ? 100 : Math.floor((done * 100) / total)}
        status={finished ? 'success' : 'active'}
        showInfo={false}
      />
      <div className="numbers" aria-live="polite">
        {text}
        {refused > 0 ? ` · ${t('refused', { n: refused })}` : null}
      </div>
    </>
  );
}
