import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { Consequences, useTargets } from '../../pieces/act/Consequences.js';
import { Problem } from '../../pieces/Problem.js';
import { acts } from '../../words/acts.js';
import { useSay, useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { useSending } from '../useSending.js';

interface Props {
  readonly application: Application;
  readonly action: Action;
  readonly body: unknown;
  /** what is decided, to be read once more */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onDone: (receipt: Receipt) => void;
}

/** One look before deciding: what is told, where it leads, on which clause; Enter decides, Escape goes back. */
export function DecideDialog({ application, action, body, children, onClose, onDone }: Props) {
  const t = useWords(acts);
  const words = useWords(common);
  const say = useSay();
  const { ends } = useTargets(application, action.event);
  const { send, error, busy } = useSending(application, action);
  return (
    <Modal
      open
      title={`${say(action)} · ${application.applicantName}`}
      width={640}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={t('send', { act: say(action) })}
      cancelText={words('cancel')}
      okButtonProps={{ danger: ends, loading: busy, htmlType: 'submit', form: 'decide', autoFocus: true }}
    >
      <Form
        id="decide"
        layout="vertical"
        onFinish={async () => {
          const receipt = await send(body);
          if (receipt !== null) onDone(receipt);
        }}
      >
        {children}
        <Consequences application={application} action={action} />
        <p className="quiet" style={{ marginBlock: '0 8px' }}>
          {words('clause')}：<span lang="zh-CN">{action.clause}</span>
        </p>
        {error === null ? null : <Problem error={error} />}
      </Form>
    </Modal>
  );
}
