import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { ChangeList } from './ChangeList.js';
import { versionsQuery } from './policyQueries.js';

/** Every version of the policy, newest first: author, changes, time and reason. */
export function Versions({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(office);
  const { data, error, refetch } = useQuery(versionsQuery(campaignId));
  const items = (data?.items ?? []).toSorted((a, b) => b.version - a.version);
  return (
    <Panel title={t('versions')}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={3} /> : null}
      {data?.items.length === 0 ? <p className="quiet">{t('noVersions')}</p> : null}
      <ChangeList
        items={items.map(({ version, by, calendarVersion, calendarChanged, ...rest }) => ({
          ...rest,
          key: version,
          head: <strong>{t('version', { n: version })}</strong>,
          by: by.name ?? by.personId.slice(0, 8),
          calendarVersion: calendarChanged ? calendarVersion : null,
        }))}
      />
    </Panel>
  );
}
