import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import { NotTaken } from './NotTaken.js';
import { type CampaignProgress, notTakenQuery, whileApplying } from './progressQueries.js';

interface Props {
  readonly campaignId: string;
  readonly progress: CampaignProgress;
  readonly policy: Policy;
}

/** Each committee's meeting, how many applications took their outcome, and which did not and why; the page polls while they are being applied. */
export function Meetings({ campaignId, progress, policy }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { data } = useQuery(notTakenQuery(campaignId, whileApplying(progress)));
  const notTaken = (data?.items ?? []).flatMap((one) => one ?? []);
  const nameOf = (code: string) =>
    policy.reviewCommittee?.committees.value.find((committee) => committee.code === code)?.name ?? code;
  return (
    <Panel title={t('meetings')}>
      {progress.meetings.length === 0 ? <p className="quiet">{t('noMeetings')}</p> : null}
      <ul className="progressMeetings">
        {progress.meetings.map(({ meetingId, committee, metOn, signedAt, noticeStart, counts }) => {
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
              {noticeStart === null ? null : <div className="quiet">{localize(noticeStart)}</div>}
              {fanOut ? <Applied {...fanOut} finished={counts !== null} /> : null}
              <NotTaken items={notTaken.filter((one) => one.meetingId === meetingId)} />
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
  const all = finished && refused === 0;
  const text = all ? t('appliedAll', { total }) : t('appliedCount', { done: moved, total });
  const status = all ? 'success' : refused > 0 ? 'exception' : 'active';
  return (
    <>
      <Progress
        aria-label={text}
        percent={total === 0 ? 100 : Math.floor((moved * 100) / total)}
        status={status}
        showInfo={false}
      />
      <div className="numbers" aria-live="polite">
        {text}
        {refused > 0 ? ` · ${t('refused', { n: refused })}` : null}
      </div>
    </>
  );
}
