import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { FindingList } from './FindingList.js';
import { lintQuery } from './policyQueries.js';

/** The linter's findings, most severe first, each with its date, its clause and a link to the value. */
export function Findings({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(office);
  const { data, error, refetch } = useQuery(lintQuery(campaignId));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  return (
    <Panel
      title={t('findings')}
      extra={<Tag color={data.mayOpen ? 'success' : 'error'}>{t(data.mayOpen ? 'mayOpen' : 'mayNotOpen')}</Tag>}
    >
      {data.findings.length === 0 ? <p className="quiet">{t('noFindings')}</p> : null}
      <FindingList findings={data.findings} hrefOf={(path) => `#policy-${path}`} />
    </Panel>
  );
}
