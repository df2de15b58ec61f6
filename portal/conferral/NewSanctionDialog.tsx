import { Checkbox, Form, Input, Radio } from 'antd';
import { localDateOf } from '../../rules/calendar/instant.js';
import {
  type SanctionGround,
  type SanctionSubject,
  sanctionGrounds,
  sanctionSubjects,
} from '../../rules/sanctions/sanctions.js';
import { answer, api } from '../api/client.js';
import { now } from '../api/config.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { DirectorySelect } from '../operator/organisations/DirectorySelect.js';
import { CONFERRAL } from './queries.js';
import { TermPreview } from './TermPreview.js';

interface FormValues {
  readonly subject: SanctionSubject;
  /** always present for a person; for a unit only when the page knows the application */
  readonly applicationId?: string;
  readonly unitId?: string;
  readonly ground: SanctionGround;
  readonly basis: string;
  readonly decidedOn: string;
  readonly revokes?: boolean;
  /** of a unit: one person a line */
  readonly responsible?: string;
  readonly reason: string;
}
interface Props {
  readonly campaignId: string;
  /** the application concerned, when the page knows it */
  readonly applicationId?: string;
  /** whether the application's title can be revoked; unknown when the page does not know the application */
  readonly revocable?: boolean;
  readonly onClose: () => void;
}

/** Proposes a sanction; a second person confirms it. */
export function NewSanctionDialog({ campaignId, applicationId, revocable = true, onClose }: Props) {
  const t = useLabels(conferral);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const [form] = Form.useForm<FormValues>();
  const ofPerson = Form.useWatch('subject', form) !== 'unit';
  const choosesUnit = !ofPerson && applicationId === undefined;
  const ground = Form.useWatch('ground', form);
  const decidedOn = Form.useWatch('decidedOn', form);
  return (
    <FormModal<FormValues, unknown>
      title={t('newSanction')}
      ok={t('newSanction')}
      invalidates={CONFERRAL}
      form={form}
      initial={{
        subject: 'person',
        ground: 'fraud',
        decidedOn: localDateOf(now()),
        ...(applicationId === undefined ? {} : { applicationId }),
      }}
      send={({ revokes = false, responsible = '', ...typed }) => {
        const { subject } = typed;
        // A unit signs no commitment: fraud is the only ground against it.
        const counted = subject === 'unit' ? 'fraud' : typed.ground;
        const named = responsible
          .split('\n')
          .map((person) => person.trim())
          .filter((person) => person !== '');
        const body = {
          ...typed,
          ground: counted,
          revokes: revokes && subject === 'person',
          responsible: subject === 'unit' ? named : [],
        };
        return answer(api.POST('/api/campaigns/{id}/sanctions', { params: { path: { id: campaignId } }, body }));
      }}
      onClose={onClose}
      onDone={onClose}
    >
      <Form.Item name="subject" label={t('subject')}>
        <Radio.Group options={sanctionSubjects.map((value) => ({ value, label: t(`subject_${value}`) }))} />
      </Form.Item>
      {choosesUnit ? (
        <Form.Item name="unitId" label={t('theUnit')} rules={[{ required: true, message: t('required') }]}>
          <DirectorySelect of="units" />
        </Form.Item>
      ) : (
        <Form.Item
          name="applicationId"
          label={t('application')}
          extra={applicationId === undefined ? t('applicationMore') : undefined}
          rules={required}
        >
          <Input disabled={applicationId !== undefined} maxLength={36} />
        </Form.Item>
      )}
      {ofPerson ? (
        <Form.Item name="ground" label={t('ground')}>
          <Radio.Group options={sanctionGrounds.map((value) => ({ value, label: t(`ground_${value}`) }))} />
        </Form.Item>
      ) : (
        <p className="quiet">{t('unitGround')}</p>
      )}
      <Form.Item name="basis" label={t('basis')} extra={t('basisMore')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="decidedOn" label={t('decidedOn')} rules={required}>
        <Input type="date" max={localDateOf(now())} />
      </Form.Item>
      <TermPreview
        campaignId={campaignId}
        subject={ofPerson ? 'person' : 'unit'}
        ground={ofPerson ? (ground ?? 'fraud') : 'fraud'}
        decidedOn={decidedOn ?? ''}
      />
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <GrowingTextArea minRows={3} maxRows={8} maxLength={2000} />
      </Form.Item>
      {ofPerson ? null : (
        <Form.Item name="responsible" label={t('responsible')} extra={t('responsibleMore')}>
          <GrowingTextArea minRows={2} maxRows={6} maxLength={2000} />
        </Form.Item>
      )}
      {ofPerson && revocable ? (
        <Form.Item name="revokes" valuePropName="checked">
          <Checkbox>{t('revokes')}</Checkbox>
        </Form.Item>
      ) : null}
    </FormModal>
  );
}
