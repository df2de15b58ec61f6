import { Form, Input, Select } from 'antd';
import { usualEmployerKinds } from '../../rules/campaign/codes.js';
import { isCreditCode } from '../../rules/people/creditCode.js';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { FoundSelect } from './FoundSelect.js';
import { MEMBERSHIPS } from './membershipQueries.js';

interface FormValues {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly departmentId?: string;
  readonly superiorId?: string;
  readonly contact: string;
}

/** Asks to have a unit registered; the person is its first clerk. */
export function RegisterUnit({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(membership);
  const localize = useLocalized();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormModal<FormValues, unknown>
      title={t('registerUnit')}
      ok={t('ask')}
      invalidates={MEMBERSHIPS}
      send={({ departmentId = null, superiorId = null, ...typed }) =>
        answer(api.POST('/api/me/unit-registrations', { body: { ...typed, departmentId, superiorId, region: null } }))
      }
      onClose={onClose}
      onDone={onClose}
    >
      <Form.Item
        name="creditCode"
        label={t('creditCode')}
        validateTrigger="onBlur"
        rules={[
          ...required,
          {
            validator: (_, value?: string) =>
              value && !isCreditCode(value.trim().toUpperCase())
                ? Promise.reject(new Error(t('creditCodeWrong')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={20} autoCapitalize="characters" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={t('unitName')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('unitKind')} rules={[{ required: true, message: t('required') }]}>
        <Select options={usualEmployerKinds.map((kind) => ({ value: kind.code, label: localize(kind) }))} />
      </Form.Item>
      <Form.Item name="departmentId" label={t('department')} extra={t('departmentMore')}>
        <FoundSelect of="departments" />
      </Form.Item>
      <Form.Item
        name="superiorId"
        label={t('superior')}
        extra={t('superiorMore')}
        dependencies={['departmentId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value?: string) =>
              value && getFieldValue('departmentId') ? Promise.reject(new Error(t('oneAbove'))) : Promise.resolve(),
          }),
        ]}
      >
        <FoundSelect of="units" />
      </Form.Item>
      <Form.Item name="contact" label={t('unitContact')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
    </FormModal>
  );
}
