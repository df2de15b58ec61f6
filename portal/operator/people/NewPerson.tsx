import { Form, Input } from 'antd';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { grantOf, RoleFields, type RoleValues } from './RoleFields.js';

interface Props {
  readonly onClose: () => void;
  readonly onDone: (person: components['schemas']['GrantedAccount']) => void;
}
interface FormValues extends RoleValues {
  readonly name: string;
  readonly email: string;
}

/** Creates an account with one role; more can be granted afterwards. */
export function NewPerson({ onClose, onDone }: Props) {
  const t = useLabels(operator);
  return (
    <FormModal
      title={t('newPerson')}
      ok={t('newPerson')}
      invalidates="people"
      send={({ name, email, ...role }: FormValues) =>
        answer(api.POST('/api/people', { body: { name, email: email.trim(), roles: [grantOf(role)] } }))
      }
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item
        name="name"
        label={t('personName')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('email')}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('required') },
          { type: 'email', message: t('emailWrong') },
        ]}
      >
        <Input inputMode="email" autoComplete="off" />
      </Form.Item>
      <RoleFields />
    </FormModal>
  );
}
