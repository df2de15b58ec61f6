import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { QueueItem } from '../../api/applications.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import { StatusTag } from '../application/StatusTag.js';
import { Instant } from '../deadline/Instant.js';
import { TimeLeft } from '../deadline/TimeLeft.js';
import { Label } from '../Label.js';

/** One column of a queue. */
export interface QueueColumn {
  readonly key: string;
  readonly title: string;
  readonly render: (value: unknown, item: QueueItem) => ReactNode;
}

/** Default columns: name, unit, status, deadline. The first column holds the row's link, which j/k move between. */
export function useQueueColumns(hrefOf: (item: QueueItem) => string): readonly QueueColumn[] {
  const t = useLabels(queue);
  return [
    {
      key: 'name',
      title: t('applicant'),
      render: (_, item) => (
        <>
          <Link to={hrefOf(item)} lang="zh-CN" className="queueName" data-row-link>
            {item.applicantName}
          </Link>
          <div className="quiet numbers">{item.number}</div>
        </>
      ),
    },
    { key: 'unit', title: t('unit'), render: (_, item) => <span lang="zh-CN">{item.unitName}</span> },
    {
      key: 'level',
      title: t('level'),
      render: (_, item) => <LevelOf item={item} />,
    },
    {
      key: 'status',
      title: t('status'),
      render: (_, item) => (
        <>
          <StatusTag label={item.statusLabel} pastDue={item.pastDue} />
          {item.retiring ? <Label>{t('retiring')}</Label> : null}
          {item.inPlaceOfUnit ? <Label tone="late">{t('inPlaceOfUnit')}</Label> : null}
        </>
      ),
    },
    {
      key: 'due',
      title: t('due'),
      render: (_, item) => <DueOf item={item} />,
    },
    { key: 'updated', title: t('updated'), render: (_, item) => <Instant at={item.updatedAt} /> },
  ];
}

/** The next deadline, or that all stand still: the planned end of a pause is nobody's deadline. */
function DueOf({ item: { due, paused } }: { readonly item: QueueItem }) {
  const t = useLabels(queue);
  if (paused) return <Label>{t('paused')}</Label>;
  return due === null ? <span className="quiet">{t('none')}</span> : <TimeLeft due={due} />;
}

/** The level by its label. Rows are memoized: the label comes with the campaigns, which may load after them. */
function LevelOf({ item: { level, campaignId } }: { readonly item: QueueItem }) {
  return useChoiceLabel()(level, campaignId);
}
