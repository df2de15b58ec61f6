import { useQuery } from '@tanstack/react-query';
import { Instant } from '../../components/deadline/Instant.js';
import { ExportLinks } from '../../components/ExportLinks.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import { campaignTimelineQuery } from './progressQueries.js';

/** The campaign's timeline: who, when, why; latest first. */
export function CampaignTimeline({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(campaignTimelineQuery(campaignId));
  return (
    <Panel
      title={t('timeline')}
      extra={
        data?.items.length ? (
          <ExportLinks path={`/api/campaigns/${encodeURIComponent(campaignId)}/timeline`} />
        ) : undefined
      }
    >
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={3} /> : null}
      {data?.items.length === 0 ? <p className="quiet">{t('emptyTimeline')}</p> : null}
      <ol className="eventList" reversed>
        {(data?.items ?? []).toReversed().map(({ seq, label, at, by, reason, toLabel }) => (
          <li key={seq}>
            <div className="eventHead">
              <strong>{localize(label)}</strong>
              <span className="quiet">→ {localize(toLabel)}</span>
              <Instant at={at} />
            </div>
            {by.name === null ? null : (
              <div className="quiet" lang="zh-CN">
                {by.name}
              </div>
            )}
            {reason === null ? null : (
              <p className="writtenText" lang="zh-CN">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
