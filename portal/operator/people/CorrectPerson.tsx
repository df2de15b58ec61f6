import { Form, Input } from 'antd';
import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import type { Account } from '../organisations/directoryQueries.js';

interface Props {
  readonly person: Account;
  readonly onClose: () => void;
}
interface FormValues {
  readonly name: string;
  readonly contact: string;
}

/** Corrects an account that its owner has not opened, and invites them anew. */
export function CorrectPerson({ person: { id, name, email, phone }, onClose }: Props) {
  const t = useLabels(operator);
  const rules = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormModal
      title={t('correctPerson')}
      ok={t('save')}
      invalidates="people"
      initial={{ name, contact: email ?? phone ?? '' }}
      send={(body: FormValues) => answer(api.PUT('/api/people/{id}', { params: { path: { id } }, body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <p>{t('correctMore')}</p>
      <Form.Item name="name" label={t('personName')} rules={rules}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contact" label={t('contact')} rules={rules}>
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
    </FormModal>
  );
}
