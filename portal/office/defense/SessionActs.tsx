import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { DEFENSE, type DefenseSession } from '../../defense/defenseQueries.js';
import { FormModal } from '../../pieces/FormModal.js';
import { Label } from '../../pieces/Label.js';
import { Panel } from '../../pieces/Panel.js';
import { useWords } from '../../words/area.js';
import { defense } from '../../words/defense.js';

interface Props {
  readonly campaignId: string;
  readonly session: DefenseSession;
  readonly onChange: () => void;
}
interface Untold {
  readonly applicationId: string;
  readonly problem: components['schemas']['Problem'];
}

/** Announcing, changing and calling off a session, as far as it may be now. */
export function SessionActs({ campaignId, session, onChange }: Props) {
  const t = useWords(defense);
  const [asked, setAsked] = useState<'publish' | 'cancel' | null>(null);
  const [failed, setFailed] = useState<readonly Untold[]>([]);
  const { id: sessionId, actions, untold, slots } = session;
  const params = { path: { id: campaignId, sessionId } };
  const nameOf = (id: string) => slots.find(({ applicationId }) => applicationId === id)?.applicantName ?? '';
  const close = () => setAsked(null);
  if (actions.length === 0) return null;
  return (
    <Panel>
      <div className="row">
        {actions.includes('publish') && untold > 0 ? (
          <Button type="primary" onClick={() => setAsked('publish')}>
            {t('publish')}
          </Button>
        ) : null}
        {actions.includes('change') ? <Button onClick={onChange}>{t('change')}</Button> : null}
        {actions.includes('cancel') ? (
          <Button danger onClick={() => setAsked('cancel')}>
            {t('cancel')}
          </Button>
        ) : null}
        {untold > 0 ? <Label mood="late">{t('untold', { n: untold })}</Label> : null}
      </div>
      {failed.map(({ applicationId, problem }) => (
        <Alert
          key={applicationId}
          type="warning"
          showIcon
          style={{ marginBlockStart: 12 }}
          title={t('notTold', { name: nameOf(applicationId) })}
          description={<span lang="zh-CN">{problem.detail}</span>}
        />
      ))}
      {asked === 'publish' ? (
        <FormModal<object, readonly Untold[]>
          title={t('publish')}
          ok={t('publish')}
          touches={DEFENSE}
          send={async () => {
            const path = '/api/campaigns/{id}/defense/sessions/{sessionId}/publish';
            const { items } = await answer(api.POST(path, { params }));
            return items.flatMap(({ applicationId, problem }) =>
              problem === null ? [] : [{ applicationId, problem }],
            );
          }}
          onClose={close}
          onDone={(left) => {
            setFailed(left);
            close();
          }}
        >
          <p>{t('publishMore')}</p>
        </FormModal>
      ) : null}
      {asked === 'cancel' ? (
        <FormModal<{ reason: string }, unknown>
          title={t('cancel')}
          ok={t('cancel')}
          touches={DEFENSE}
          send={(body) => answer(api.POST('/api/campaigns/{id}/defense/sessions/{sessionId}/cancel', { params, body }))}
          onClose={close}
          onDone={close}
        >
          <p>{t('cancelMore')}</p>
          <Form.Item
            name="reason"
            label={t('reason')}
            rules={[{ required: true, whitespace: true, message: t('required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
        </FormModal>
      ) : null}
    </Panel>
  );
}
