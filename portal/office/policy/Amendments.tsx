import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { type Amendment, amendmentsQuery } from './amendmentQueries.js';
import { ChangeList } from './ChangeList.js';
import { DecideAmendment } from './DecideAmendment.js';

const colours = { proposed: 'warning', approved: 'success', withdrawn: 'default' } as const;

/** Amendments proposed for running applications: the changes, their impact, and the second person's approval. */
export function Amendments({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(office);
  const { data } = useQuery(amendmentsQuery(campaignId));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('amendments')} id="amendments">
      <ChangeList
        items={items.map((amendment) => ({
          ...amendment,
          key: amendment.id,
          head: <Tag color={colours[amendment.state]}>{t(`amendment_${amendment.state}`)}</Tag>,
          at: amendment.proposedAt,
          more: <StatusSummary campaignId={campaignId} amendment={amendment} />,
        }))}
      />
    </Panel>
  );
}

/** How far an approved amendment has been applied, or the acts on a pending one. */
function StatusSummary({ campaignId, amendment }: { readonly campaignId: string; readonly amendment: Amendment }) {
  const t = useLabels(office);
  const { state, appliedAt, moved, refused } = amendment;
  if (state === 'proposed') return <DecideAmendment campaignId={campaignId} amendment={amendment} />;
  if (state === 'withdrawn') return null;
  return (
    <p className="quiet" aria-live="polite">
      {appliedAt === null ? t('amending') : t('amended', { moved: moved ?? 0, refused: refused ?? 0 })}
    </p>
  );
}
