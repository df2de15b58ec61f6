import { Button, Popconfirm } from 'antd';
import { useMe } from '../../api/me.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { pauses as area } from './pauseLabels.js';
import { type Pause, useDecidePause } from './pauseQueries.js';

/** A second person approves or refuses a request; whoever asked may take it back. */
export function DecidePause({ campaignId, pause }: { readonly campaignId: string; readonly pause: Pause }) {
  const t = useLabels(area);
  const labels = useLabels(common);
  const { personId } = useMe();
  const { approve, refuse } = useDecidePause(campaignId);
  const isOwn = pause.requested.personId === personId;
  const error = approve.error ?? refuse.error;
  return (
    <>
      {error === null ? null : <Problem error={error} />}
      <div className="row" style={{ marginBlockStart: 12 }}>
        {isOwn ? (
          <span className="quiet">{t('second')}</span>
        ) : (
          <Popconfirm
            title={t('approveConsequence')}
            okText={t('approve')}
            cancelText={labels('cancel')}
            onConfirm={() => approve.mutate(pause.id)}
          >
            <Button type="primary" loading={approve.isPending}>
              {t('approve')}
            </Button>
          </Popconfirm>
        )}
        <Button loading={refuse.isPending} onClick={() => refuse.mutate(pause.id)}>
          {t(isOwn ? 'takeBack' : 'refuse')}
        </Button>
      </div>
    </>
  );
}
