import { Form, Radio } from 'antd';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { FoundSelect } from './FoundSelect.js';
import { MEMBERSHIPS } from './membershipQueries.js';

interface FormValues {
  readonly unitId: string;
  readonly partTime: boolean;
}

/** Asks a unit to take the person among its people. */
export function AskToJoin({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(membership);
  return (
    <FormModal<FormValues, unknown>
      title={t('askToJoin')}
      ok={t('ask')}
      invalidates={MEMBERSHIPS}
      initial={{ partTime: false }}
      send={(body) => answer(api.POST('/api/me/memberships', { body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <Form.Item
        name="unitId"
        label={t('unit')}
        extra={t('unitMore')}
        rules={[{ required: true, message: t('required') }]}
      >
        <FoundSelect of="units" />
      </Form.Item>
      <Form.Item name="partTime" label={t('asWhat')}>
        <Radio.Group
          options={[
            { value: false, label: t('asMain') },
            { value: true, label: t('asPartTime') },
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}
