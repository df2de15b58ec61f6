import { useQuery } from '@tanstack/react-query';
import { Waiting } from '../../pieces/deadline/Waiting.js';
import { ExportLinks } from '../../pieces/ExportLinks.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import { useWords } from '../../words/area.js';
import { course as area } from '../../words/course.js';
import { unitStatisticsQuery } from './courseQueries.js';
import { UnitTable } from './UnitTable.js';

/** What the campaign came to by unit, with the same as a file. */
export function UnitPanel({ campaignId }: { readonly campaignId: string }) {
  const t = useWords(area);
  const { data, error, refetch } = useQuery(unitStatisticsQuery(campaignId));
  const path = `/api/campaigns/${campaignId}/statistics/units`;
  return (
    <Panel title={t('by_unit')} extra={<ExportLinks path={path} />}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting rows={5} /> : null}
      {data === undefined ? null : <UnitTable units={data.items.flatMap((one) => one ?? [])} />}
    </Panel>
  );
}
