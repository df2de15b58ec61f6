import { Form, Radio, Select } from 'antd';
import { declarableKinds, excludingKinds } from '../../rules/committee/conflicts.js';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { DirectorySelect } from '../operator/organisations/DirectorySelect.js';
import { ApplicantSelect } from './ApplicantSelect.js';
import { ExpertSelect } from './ExpertSelect.js';
import { COMMITTEE } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  readonly forOthers: boolean;
  readonly onClose: () => void;
}
type Towards = keyof typeof declarableKinds;
interface FormValues {
  readonly expertId?: string;
  readonly towards: Towards;
  readonly kind?: (typeof declarableKinds)[Towards][number];
  readonly applicationId?: string;
  readonly unitId?: string;
  readonly reason: string;
}

/** Declares a conflict with one applicant or a whole unit, by the expert or by the office. */
export function ConflictDialog({ campaignId, forOthers, onClose }: Props) {
  const t = useLabels(committee);
  const [form] = Form.useForm<FormValues>();
  const towards: Towards = Form.useWatch('towards', form) ?? 'person';
  const kind = Form.useWatch('kind', form);
  const needed = [{ required: true, message: t('required') }];
  const send = ({ towards: _, kind: chosen, ...declared }: FormValues) => {
    if (chosen === undefined) throw new Error('the form asks for the kind');
    // Of applicant and unit only the displayed one is in the form.
    const body = { ...declared, kind: chosen };
    return answer(api.POST('/api/campaigns/{id}/conflicts', { params: { path: { id: campaignId } }, body }));
  };
  const excludes = t(towards === 'unit' ? 'excludesUnit' : 'excludesPerson');
  return (
    <FormModal<FormValues, unknown>
      title={t('declare')}
      ok={t('declare')}
      invalidates={COMMITTEE}
      form={form}
      initial={{ towards: 'person' }}
      send={send}
      onClose={onClose}
      onDone={onClose}
    >
      {forOthers ? <ExpertSelect campaignId={campaignId} label={t('expert')} /> : null}
      <Form.Item name="towards" label={t('towards')}>
        <Radio.Group
          options={(['person', 'unit'] as const).map((value) => ({ value, label: t(`towards_${value}`) }))}
          onChange={() => form.resetFields(['kind'])}
        />
      </Form.Item>
      {towards === 'unit' ? (
        <Form.Item name="unitId" label={t('theUnit')} rules={needed}>
          <DirectorySelect of="units" />
        </Form.Item>
      ) : (
        <Form.Item name="applicationId" label={t('applicant')} rules={needed}>
          <ApplicantSelect campaignId={campaignId} />
        </Form.Item>
      )}
      <Form.Item
        name="kind"
        label={t('kind')}
        rules={needed}
        extra={kind === undefined ? undefined : excludingKinds.includes(kind) ? excludes : t('weighed')}
      >
        <Select options={declarableKinds[towards].map((value) => ({ value, label: t(`kind_${value}`) }))} />
      </Form.Item>
      <ReasonField />
    </FormModal>
  );
}
