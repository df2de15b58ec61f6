import { Form, type FormProps, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Action, Application } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { common } from '../../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { Problem } from '../Problem.js';
import { Consequences, useTargets } from './Consequences.js';

interface Props<FormValues> extends Pick<FormProps<FormValues>, 'form' | 'initialValues' | 'onValuesChange'> {
  readonly application: Application;
  readonly action: Action;
  /** from `useSendAct` */
  readonly error: unknown;
  readonly busy: boolean;
  /** Enter confirms at once: for acts whose content was already reviewed on the page */
  readonly ready?: boolean;
  readonly onClose: () => void;
  readonly onFinish: (typed: FormValues) => Promise<void>;
  readonly children?: ReactNode;
}

/** The dialog that sends an act: its form, its consequences, the clause, and a refusal in place. */
export function ActDialog<FormValues extends object>(props: Props<FormValues>) {
  const { application, action, error, busy, ready = false, onClose, onFinish, children, ...form } = props;
  const t = useLabels(acts);
  const mark = useMarks();
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const { ends } = useTargets(application, action.event);
  return (
    <Modal
      open
      title={
        <>
          {localize(action)} · <span lang="zh-CN">{application.applicantName}</span>
        </>
      }
      width={640}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={t('send', { act: localize(action).replace(/^确认/, '') })}
      cancelText={tCommon('cancel')}
      okButtonProps={{ danger: ends, loading: busy, htmlType: 'submit', form: 'act', autoFocus: ready }}
      destroyOnHidden
    >
      <Form<FormValues> id="act" layout="vertical" onFinish={onFinish} scrollToFirstError {...form}>
        {children}
        <Consequences application={application} action={action} />
        <p className="quiet" style={{ marginBlock: '0 8px' }}>
          {tCommon('clause')}
          {mark.colon}
          <span lang="zh-CN">{action.clause}</span>
        </p>
        {error === null ? null : <Problem error={error} />}
      </Form>
    </Modal>
  );
}
