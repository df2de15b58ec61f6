import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import type { Account } from '../organisations/directoryQueries.js';

/** The button that erases a person's data before the time of retention, with the form of its reason. */
export function EraseData({ person: { id, name } }: { readonly person: Account }) {
  const t = useLabels(operator);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const erasing = useMutation({
    mutationFn: (body: { reason: string }) =>
      answer(api.POST('/api/people/{id}/erasure', { params: { path: { id } }, body })),
    onSuccess: () => setOpen(false),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const form = `erase-${id}`;
  return (
    <>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {t('erase')}
        <span className="visuallyHidden">：{name}</span>
      </Button>
      {erasing.isSuccess ? <p role="status">{t(erasing.data.pending ? 'resetPending' : 'eraseDone')}</p> : null}
      {open ? (
        <Modal
          open
          title={t('eraseOf', { name })}
          onCancel={() => setOpen(false)}
          mask={{ closable: false }}
          okText={t('erase')}
          cancelText={tCommon('cancel')}
          okButtonProps={{ danger: true, loading: erasing.isPending, htmlType: 'submit', form }}
        >
          <Form id={form} layout="vertical" onFinish={(typed: { reason: string }) => erasing.mutate(typed)}>
            <Alert type="warning" showIcon title={t('eraseMore')} style={{ marginBlockEnd: 16 }} />
            <Form.Item
              name="reason"
              label={t('reason')}
              extra={t('eraseReasonMore')}
              rules={[{ required: true, whitespace: true, message: t('required') }]}
            >
              <Input.TextArea rows={3} maxLength={500} autoFocus />
            </Form.Item>
            {erasing.error === null ? null : <Problem error={erasing.error} />}
          </Form>
        </Modal>
      ) : null}
    </>
  );
}
