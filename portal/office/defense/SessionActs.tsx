import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { DefenseSession } from '../../defense/defenseQueries.js';
import { Told } from '../../pieces/dossier/Told.js';
import { Label } from '../../pieces/Label.js';
import { Panel } from '../../pieces/Panel.js';
import { useWords } from '../../words/area.js';
import { defense } from '../../words/defense.js';
import { CancelDialog } from './CancelDialog.js';
import { MoveDialog } from './MoveDialog.js';
import { PublishDialog } from './PublishDialog.js';
import type { Untold } from './untold.js';

interface Props {
  readonly campaignId: string;
  readonly session: DefenseSession;
  readonly onChange: () => void;
}

/** Announcing, changing, moving and calling off a session, as far as it may be now. */
export function SessionActs({ campaignId, session, onChange }: Props) {
  const t = useWords(defense);
  const [asked, setAsked] = useState<'publish' | 'move' | 'cancel' | null>(null);
  const [failed, setFailed] = useState<readonly Untold[]>([]);
  const { id: sessionId, actions, untold, slots, cancelledReason } = session;
  const nameOf = (id: string) => slots.find(({ applicationId }) => applicationId === id)?.applicantName ?? '';
  const dialog = {
    params: { path: { id: campaignId, sessionId } },
    onClose: () => setAsked(null),
    onDone: (left: readonly Untold[]) => {
      setFailed(left);
      setAsked(null);
    },
  };
  if (actions.length === 0 && cancelledReason === null && failed.length === 0) return null;
  const tells = untold > 0 && cancelledReason === null ? t('untold', { n: untold }) : null;
  return (
    <Panel>
      {cancelledReason === null ? null : (
        <p style={{ marginBlockStart: 0 }} lang="zh-CN">
          {t('cancelledBecause', { reason: cancelledReason })}
        </p>
      )}
      {cancelledReason !== null && untold > 0 ? <p>{t('cancelRest', { n: untold })}</p> : null}
      <div className="row">
        {actions.includes('publish') && untold > 0 ? (
          <Button type="primary" onClick={() => setAsked('publish')}>
            {t('publish')}
          </Button>
        ) : null}
        {actions.includes('change') ? <Button onClick={onChange}>{t('change')}</Button> : null}
        {actions.includes('move') ? <Button onClick={() => setAsked('move')}>{t('move')}</Button> : null}
        {actions.includes('cancel') ? (
          <Button danger onClick={() => setAsked('cancel')}>
            {t(cancelledReason === null ? 'cancel' : 'tellRest')}
          </Button>
        ) : null}
        {tells === null ? null : <Label mood="late">{tells}</Label>}
      </div>
      {failed.map(({ applicationId, problem }) => (
        <Alert
          key={applicationId}
          type="warning"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={t('notTold', { name: nameOf(applicationId) })}
          description={<Told zh={problem.detail} en={problem.detailEn} />}
        />
      ))}
      {asked === 'publish' ? <PublishDialog {...dialog} /> : null}
      {asked === 'move' ? <MoveDialog {...dialog} session={session} /> : null}
      {asked === 'cancel' ? <CancelDialog {...dialog} /> : null}
    </Panel>
  );
}
