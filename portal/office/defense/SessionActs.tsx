import { Alert, Button } from 'antd';
import { useState } from 'react';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import type { DefenseSession } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import { CancelDialog } from './CancelDialog.js';
import { MoveDialog } from './MoveDialog.js';
import { PublishDialog } from './PublishDialog.js';
import type { Unnotified } from './unnotified.js';

interface Props {
  readonly campaignId: string;
  readonly session: DefenseSession;
  readonly onChange: () => void;
}

/** Announces, changes, moves and cancels a session, as far as each is allowed now. */
export function SessionActs({ campaignId, session, onChange }: Props) {
  const t = useLabels(defense);
  const [confirming, setConfirming] = useState<'publish' | 'move' | 'cancel' | null>(null);
  const [failed, setFailed] = useState<readonly Unnotified[]>([]);
  const { id: sessionId, actions, unnotified, slots, cancelledReason } = session;
  const nameOf = (id: string) => slots.find(({ applicationId }) => applicationId === id)?.applicantName ?? '';
  const dialog = {
    params: { path: { id: campaignId, sessionId } },
    onClose: () => setConfirming(null),
    onDone: (left: readonly Unnotified[]) => {
      setFailed(left);
      setConfirming(null);
    },
  };
  if (actions.length === 0 && cancelledReason === null && failed.length === 0) return null;
  const announces = unnotified > 0 && cancelledReason === null ? t('unnotified', { n: unnotified }) : null;
  return (
    <Panel>
      {cancelledReason === null ? null : (
        <p style={{ marginBlockStart: 0 }} lang="zh-CN">
          {t('cancelledBecause', { reason: cancelledReason })}
        </p>
      )}
      {cancelledReason !== null && unnotified > 0 ? <p>{t('cancelRest', { n: unnotified })}</p> : null}
      <div className="row">
        {actions.includes('publish') && unnotified > 0 ? (
          <Button type="primary" onClick={() => setConfirming('publish')}>
            {t('publish')}
          </Button>
        ) : null}
        {actions.includes('change') ? <Button onClick={onChange}>{t('change')}</Button> : null}
        {actions.includes('move') ? <Button onClick={() => setConfirming('move')}>{t('move')}</Button> : null}
        {actions.includes('cancel') ? (
          <Button danger onClick={() => setConfirming('cancel')}>
            {t(cancelledReason === null ? 'cancel' : 'notifyRest')}
          </Button>
        ) : null}
        {announces === null ? null : <Label tone="late">{announces}</Label>}
      </div>
      {failed.map(({ applicationId, problem }) => (
        <Alert
          key={applicationId}
          type="warning"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={t('couldNotNotify', { name: nameOf(applicationId) })}
          description={<BilingualText zh={problem.detail} en={problem.detailEn} />}
        />
      ))}
      {confirming === 'publish' ? <PublishDialog {...dialog} /> : null}
      {confirming === 'move' ? <MoveDialog {...dialog} session={session} /> : null}
      {confirming === 'cancel' ? <CancelDialog {...dialog} /> : null}
    </Panel>
  );
}
