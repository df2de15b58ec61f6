import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { Problem } from './Problem.js';

interface Props<FormValues, Answer> {
  readonly title: string;
  readonly ok: string;
  /** query key of the lists to refetch afterwards */
  readonly invalidates: string;
  readonly initial?: Partial<FormValues>;
  /** for callers that set fields themselves */
  readonly form?: FormInstance<FormValues>;
  readonly send: (typed: FormValues) => Promise<Answer>;
  readonly onClose: () => void;
  readonly onDone: (answer: Answer) => void;
  readonly children: ReactNode;
}

/** A form in a modal; a refusal is shown in it, and no input is lost. */
export function FormModal<FormValues extends object, Answer>(props: Props<FormValues, Answer>) {
  const { title, ok, invalidates, initial, form, send, onClose, onDone, children } = props;
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [invalidates] });
      onDone(answer);
    },
  });
  return (
    <Modal
      open
      title={title}
      width={600}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={ok}
      cancelText={tCommon('cancel')}
      okButtonProps={{ loading: sending.isPending, htmlType: 'submit', form: 'formModal' }}
    >
      <Form<FormValues>
        id="formModal"
        layout="vertical"
        requiredMark={false}
        onFinish={(typed) => sending.mutate(typed)}
        {...(form === undefined ? {} : { form })}
        {...(initial === undefined ? {} : { initialValues: initial })}
      >
        {children}
        {sending.error === null ? null : <Problem error={sending.error} />}
      </Form>
    </Modal>
  );
}
