import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { QueueItem } from '../api/applications.js';
import { useSay, useWords } from '../words/area.js';
import { choiceWords } from '../words/dossier.js';
import { queue } from '../words/queue.js';
import { Instant } from './Instant.js';
import { StatusTag } from './StatusTag.js';
import { TimeLeft } from './TimeLeft.js';

/** Who, where, in which status, until when: in columns, or one under the other on a telephone. */
export function useQueueColumns(hrefOf: (item: QueueItem) => string, wide: boolean): TableColumnsType<QueueItem> {
  const t = useWords(queue);
  const say = useSay();
  const levelOf = (item: QueueItem) => say(choiceWords[item.level] ?? { zh: item.level, en: item.level });
  const name = (item: QueueItem) => (
    <Link to={hrefOf(item)} lang="zh-CN" style={{ fontWeight: 600 }}>
      {item.applicantName}
    </Link>
  );
  const due = ({ due: at }: QueueItem) =>
    at === null ? <span className="quiet">{t('none')}</span> : <TimeLeft due={at} />;
  const status = (item: QueueItem) => <StatusTag words={item.statusWords} pastDue={item.pastDue} />;

  if (!wide) {
    return [
      {
        key: 'all',
        render: (_, item) => (
          <div className="stack" style={{ gap: 4 }}>
            <div className="row" style={{ justifyContent: 'space-between' }}>
              {name(item)}
              {status(item)}
            </div>
            <div className="quiet">
              <span lang="zh-CN">{item.unitName}</span> · {levelOf(item)}
            </div>
            {item.due === null ? null : <div>{due(item)}</div>}
          </div>
        ),
      },
    ];
  }
  return [
    { key: 'name', title: t('applicant'), render: (_, item) => name(item) },
    { key: 'unit', title: t('unit'), render: (_, item) => <span lang="zh-CN">{item.unitName}</span> },
    { key: 'level', title: t('level'), render: (_, item) => levelOf(item) },
    { key: 'status', title: t('status'), render: (_, item) => status(item) },
    { key: 'due', title: t('due'), render: (_, item) => due(item) },
    { key: 'updated', title: t('updated'), render: (_, item) => <Instant at={item.updatedAt} /> },
  ];
}
