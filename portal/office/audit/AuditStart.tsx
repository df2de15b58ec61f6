import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Loading } from '../../components/Loading.js';
import { Page } from '../../components/Page.js';
import { QueueTable } from '../../components/queue/QueueTable.js';
import { useQueueState } from '../../components/queue/useQueueState.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { useAuditQueue } from './useAuditQueue.js';

/** The number of applications waiting for the audit, and a button that starts with the earliest due. */
export function AuditStart() {
  const t = useLabels(office);
  const navigate = useNavigate();
  const state = useQueueState();
  const { campaign, statuses, items, left } = useAuditQueue(undefined);
  const [first] = items;
  return (
    <Page
      title={t('workbench')}
      lead={t('leftToAudit', { n: left })}
      actions={
        <Button
          type="primary"
          disabled={first === undefined}
          onClick={() => first && void navigate(`/office/audit/${first.id}`)}
        >
          {t('begin')}
        </Button>
      }
    >
      {campaign === '' || statuses.length === 0 ? (
        <Loading />
      ) : (
        <QueueTable
          state={state}
          filter={{ campaign, status: statuses.join(',') }}
          hrefOf={({ id }) => `/office/audit/${id}`}
        />
      )}
    </Page>
  );
}
