import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { campaignQuery } from '../api/campaigns.js';
import { useStatuses } from '../api/useStatuses.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { common } from '../labels/common.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';
import { progress as area } from '../labels/progress.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { type Cell, countedBy } from './progress/countedBy.js';
import { statisticsQuery } from './progress/progressQueries.js';
import { UnitPanel } from './progress/UnitPanel.js';
import { useCampaignId } from './useCampaign.js';
import './progress/progress.css';

const parts = ['status', 'level', 'specialty', 'employerKind', 'track'] as const;

/** `/office/statistics`: the campaign's results so far, by each property. */
export function StatisticsPage() {
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const tPositions = useLabels(positions);
  const localize = useLocalized();
  const choiceLabel = useChoiceLabel();
  const id = useCampaignId();
  const query = useQuery(statisticsQuery(id));
  const { data: campaign } = useQuery(campaignQuery(id));
  const { data } = query;
  const cells = (data?.cells ?? []) as readonly Cell[];
  const statuses = useStatuses(id);
  const nameOf = (part: (typeof parts)[number], key: string): string => {
    if (part === 'status') {
      const status = statuses.find(({ name }) => name === key);
      return status === undefined ? key : localize(status);
    }
    if (part === 'specialty') return campaign?.specialties.find(({ code }) => code === key)?.name ?? key;
    return choiceLabel(key, id);
  };
  return (
    <Page
      title={t('statistics')}
      query={query}
      empty={cells.length === 0 ? t('nothingCounted') : false}
      lead={
        data === undefined ? undefined : (
          <>
            {t(data.final ? 'final' : 'live')} <Instant at={data.countedAt} />
          </>
        )
      }
      actions={
        <>
          <CampaignChoice id={id} />
          {campaign?.positions ? <Link to={`/office/positions?campaign=${id}`}>{tPositions('positions')}</Link> : null}
          <Button onClick={() => window.print()}>{tCommon('print')}</Button>
        </>
      }
    >
      <div className="statisticsTables">
        {parts.map((part) => (
          <Panel key={part} title={t(`by_${part}`)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t(`by_${part}`)}</th>
                  <th scope="col" className="numbers">
                    {t('count')}
                  </th>
                  <th scope="col" className="numbers">
                    {t('corrected')}
                  </th>
                  <th scope="col" className="numbers">
                    {t('passRate')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...countedBy(cells, part), countedBy(cells, null)[0]].map((row) =>
                  row === undefined ? null : (
                    <tr key={row.key}>
                      <th scope="row">{row.key === '' ? t('total') : nameOf(part, row.key)}</th>
                      <td className="numbers">{row.count}</td>
                      <td className="numbers">{row.corrected}</td>
                      <td className="numbers">{row.conferred}</td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </Panel>
        ))}
      </div>
      <UnitPanel campaignId={id} />
    </Page>
  );
}
