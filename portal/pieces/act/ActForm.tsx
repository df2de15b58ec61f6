import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { isJudged, type Receipt, sendAct } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { acts } from '../../words/acts.js';
import { useSay, useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { Problem } from '../Problem.js';
import { Consequences, useTargets } from './Consequences.js';
import { forms, nothing, type Typed } from './forms.js';
import { useDraft } from './useDraft.js';

interface Props {
  readonly application: Application;
  readonly action: Action;
  /** what the page knows already; what was typed before stands over it */
  readonly prefilled?: Typed;
  readonly onClose: () => void;
  readonly onDone?: (receipt: Receipt) => void;
}

/**
 * The form of one act, by what the law says it takes. One Idempotency-Key for one intention, kept over retries; a refusal
 * is shown in place and loses nothing; after it the next try is a new intention, made on the page as it is now.
 */
export function ActForm({ application, action, prefilled = {}, onClose, onDone }: Props) {
  const t = useWords(acts);
  const words = useWords(common);
  const say = useSay();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const draft = useDraft(application.id, action.event);
  const [intention, setIntention] = useState({ key: crypto.randomUUID(), seq: application.seq });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { ends } = useTargets(application, action.event);
  const { Fields, bodyOf } = forms[action.takes] ?? nothing;

  async function send({ understood: _, ...typed }: Typed) {
    setBusy(true);
    setError(null);
    try {
      const { id } = application;
      const receipt = await sendAct({ id, event: action.event, as: action.as, ...intention, body: bodyOf(typed) });
      draft.forget();
      onDone?.(receipt);
      onClose();
    } catch (thrown) {
      setError(thrown);
      if (isJudged(thrown)) {
        await client.invalidateQueries({ queryKey: ['application', application.id] });
        const fresh = client.getQueryData<Application>(['application', application.id]);
        setIntention({ key: crypto.randomUUID(), seq: fresh?.seq ?? application.seq });
      }
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['application', application.id] });
      void client.invalidateQueries({ queryKey: ['queue'] });
    }
  }

  return (
    <Modal
      open
      title={`${say(action)} · ${application.applicantName}`}
      width={640}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={t('send', { act: say(action).replace(/^确认/, '') })}
      cancelText={words('cancel')}
      okButtonProps={{ danger: ends, loading: busy, htmlType: 'submit', form: 'act' }}
      destroyOnHidden
    >
      <Form<Typed>
        id="act"
        form={form}
        layout="vertical"
        initialValues={{ ...prefilled, ...draft.initial }}
        onValuesChange={(_, { understood: __, ...typed }) => draft.keep(typed)}
        onFinish={send}
        scrollToFirstError
      >
        {draft.found ? <p className="quiet">{t('kept')}</p> : null}
        <Fields application={application} />
        <Consequences application={application} action={action} />
        <p className="quiet" style={{ marginBlock: '0 8px' }}>
          {words('clause')}：<span lang="zh-CN">{action.clause}</span>
        </p>
        {error === null ? null : <Problem error={error} />}
      </Form>
    </Modal>
  );
}
