import { useQuery } from '@tanstack/react-query';
import { Instant } from '../../pieces/deadline/Instant.js';
import { Waiting } from '../../pieces/deadline/Waiting.js';
import { ExportLinks } from '../../pieces/ExportLinks.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import { useSay, useWords } from '../../words/area.js';
import { course as area } from '../../words/course.js';
import { campaignTimelineQuery } from './courseQueries.js';

/** What a campaign has come through: who, when, why; the latest first. */
export function Past({ campaignId }: { readonly campaignId: string }) {
  const t = useWords(area);
  const say = useSay();
  const { data, error, refetch } = useQuery(campaignTimelineQuery(campaignId));
  return (
    <Panel
      title={t('past')}
      extra={
        data?.items.length ? (
          <ExportLinks path={`/api/campaigns/${encodeURIComponent(campaignId)}/timeline`} />
        ) : undefined
      }
    >
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting rows={3} /> : null}
      {data?.items.length === 0 ? <p className="quiet">{t('nothingPast')}</p> : null}
      <ol className="eventList" reversed>
        {(data?.items ?? []).toReversed().map(({ seq, words, at, by, reason, toWords }) => (
          <li key={seq}>
            <div className="eventHead">
              <strong>{say(words)}</strong>
              <span className="quiet">→ {say(toWords)}</span>
              <Instant at={at} />
            </div>
            {by.name === null ? null : (
              <div className="quiet" lang="zh-CN">
                {by.name}
              </div>
            )}
            {reason === null ? null : (
              <p className="said" lang="zh-CN">
                {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
