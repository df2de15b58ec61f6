import { useQuery } from '@tanstack/react-query';
import { Instant } from '../../pieces/Instant.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import { Waiting } from '../../pieces/Waiting.js';
import { useWords } from '../../words/area.js';
import { office } from '../../words/office.js';
import { versionsQuery } from './policyQueries.js';
import { useValueWords } from './useValueWords.js';

/** Every version of the policy, the newest first: who changed what, when and why. */
export function Versions({ campaignId }: { readonly campaignId: string }) {
  const t = useWords(office);
  const { sayValue } = useValueWords();
  const { data, error, refetch } = useQuery(versionsQuery(campaignId));
  return (
    <Panel title={t('versions')}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting rows={3} /> : null}
      {data?.items.length === 0 ? <p className="quiet">{t('noVersions')}</p> : null}
      <ol className="eventList" reversed>
        {(data?.items ?? [])
          .toSorted((a, b) => b.version - a.version)
          .map(({ version, at, by, reason, changes }) => (
            <li key={version}>
              <div className="eventHead">
                <strong>{t('version', { n: version })}</strong>
                <Instant at={at} />
              </div>
              <div className="quiet" lang="zh-CN">
                {by.name ?? by.personId.slice(0, 8)}
              </div>
              <p className="said" lang="zh-CN">
                {reason}
              </p>
              <ul className="plainList" lang="zh-CN">
                {changes.map(({ path, zh, from, to }) => (
                  <li key={path}>
                    {zh}：{sayValue(from, path)} → {sayValue(to, path)}
                    {isConfirmed(to) && !isConfirmed(from) ? `（${t('confirmed')}）` : null}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
    </Panel>
  );
}

const isConfirmed = (value: unknown) =>
  typeof value === 'object' && value !== null && 'confirmed' in value && value.confirmed === true;
