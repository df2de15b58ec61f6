import { useQuery } from '@tanstack/react-query';
import { ExportLinks } from '../../components/ExportLinks.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import { unitStatisticsQuery } from './progressQueries.js';
import { UnitTable } from './UnitTable.js';

/** The campaign's statistics by unit, with an export. */
export function UnitPanel({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(area);
  const { data, error, refetch } = useQuery(unitStatisticsQuery(campaignId));
  const path = `/api/campaigns/${campaignId}/statistics/units`;
  return (
    <Panel title={t('by_unit')} extra={<ExportLinks path={path} />}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={5} /> : null}
      {data === undefined ? null : <UnitTable units={data.items.flatMap((one) => one ?? [])} />}
    </Panel>
  );
}
