import { Tag } from 'antd';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import type { CampaignProgress } from './progressQueries.js';

/** The dates of a campaign with their clauses, and which of them have passed. */
export function Dates({ progress }: { readonly progress: CampaignProgress }) {
  const t = useLabels(area);
  const localize = useLocalized();
  return (
    <Panel title={t('dates')}>
      <ul className="progressDates">
        {progress.dates.map(({ date, label, at, clause, passed }) => (
          <li key={date}>
            <strong>{localize(label)}</strong>
            <Instant at={at} />
            <Tag color={passed ? 'default' : 'processing'}>{t(passed ? 'passed' : 'coming')}</Tag>
            {clause === null ? null : (
              <span className="quiet" lang="zh-CN">
                {clause}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
