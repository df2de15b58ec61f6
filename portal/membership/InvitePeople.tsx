import { Alert, Form, Radio } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { useChannels } from '../api/config.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { type Inviter, MEMBERSHIPS } from './membershipQueries.js';
import { listIn, peopleIn } from './peopleIn.js';

interface FormValues {
  readonly role: 'applicant' | 'unit';
  readonly list: string;
}
interface Props {
  readonly by: Inviter;
  readonly onClose: () => void;
}

/** Invites people one by one, from a pasted list, or from a file; wrong lines are named before anything is sent. */
export function InvitePeople({ by, onClose }: Props) {
  const t = useLabels(membership);
  const mark = useMarks();
  const [form] = Form.useForm<FormValues>();
  const list = Form.useWatch('list', form) ?? '';
  const [unreadable, setUnreadable] = useState(false);
  const [sent, setSent] = useState(0);
  const [passedOver, setPassedOver] = useState<readonly string[] | null>(null);
  const { people, wrong } = peopleIn(list, useChannels());
  return (
    <FormModal<FormValues, { items: { name: string; invited: boolean }[] }>
      title={t('invite')}
      ok={t('sendInvitations')}
      invalidates={MEMBERSHIPS}
      form={form}
      initial={{ role: 'applicant', list: '' }}
      send={({ role }) => {
        const body = { partTime: false, people: [...people] };
        const params = { path: { id: by.id } };
        if (by.of === 'departments')
          return answer(
            api.POST('/api/departments/{id}/invitations', { params, body: { ...body, role: 'department' } }),
          );
        return answer(api.POST('/api/units/{id}/invitations', { params, body: { ...body, role } }));
      }}
      onClose={onClose}
      onDone={({ items }) => {
        const left = items.filter(({ invited }) => !invited).map(({ name }) => name);
        form.setFieldValue('list', '');
        setSent(items.length - left.length);
        setPassedOver(left);
      }}
    >
      {passedOver === null ? null : (
        <Alert
          role="status"
          type={passedOver.length === 0 ? 'success' : 'warning'}
          showIcon
          title={
            passedOver.length === 0
              ? t('sentInvitations', { n: sent })
              : t('notInvited', { names: passedOver.slice(0, 20).join(mark.comma) })
          }
        />
      )}
      {by.of === 'units' ? (
        <Form.Item name="role" label={t('inviteAs')}>
          <Radio.Group
            options={[
              { value: 'applicant', label: t('inviteApplicants') },
              { value: 'unit', label: t('inviteClerks') },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={t('listFile')} htmlFor="peopleFile">
        <input
          id="peopleFile"
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            setUnreadable(false);
            if (file === undefined) return;
            void listIn(file).then(
              (text) => form.setFieldValue('list', text),
              () => setUnreadable(true),
            );
          }}
        />
      </Form.Item>
      {unreadable ? <Alert role="alert" type="error" showIcon title={t('fileWrong')} /> : null}
      <Form.Item
        name="list"
        label={t('list')}
        extra={
          <>
            {t('listMore')} {people.length === 0 ? null : t('listCount', { n: people.length })}
          </>
        }
        rules={[
          { required: true, whitespace: true, message: t('required') },
          {
            validator: () =>
              wrong.length === 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('listWrong', { lines: wrong.slice(0, 20).join(mark.comma) }))),
          },
        ]}
      >
        <GrowingTextArea minRows={5} maxRows={14} placeholder="张三 zhangsan@example.cn" />
      </Form.Item>
    </FormModal>
  );
}
