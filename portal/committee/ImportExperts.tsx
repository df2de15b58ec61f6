import { Form } from 'antd';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { COMMITTEE, type EngagedExpert } from './queries.js';

interface Props {
  readonly campaignId: string;
  readonly onClose: () => void;
  readonly onDone: (added: readonly EngagedExpert[]) => void;
}

/** Imports a file of experts, all or none; errors name their line. */
export function ImportExperts({ campaignId, onClose, onDone }: Props) {
  const t = useLabels(committee);
  const [form] = Form.useForm<{ csv: string }>();
  return (
    <FormModal<{ csv: string }, readonly EngagedExpert[]>
      title={t('importExperts')}
      ok={t('import')}
      invalidates={COMMITTEE}
      form={form}
      send={async ({ csv }) => {
        const path = { params: { path: { id: campaignId } } };
        return (await answer(api.POST('/api/campaigns/{id}/experts/import', { ...path, body: { csv } }))).items;
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('importMore')}</p>
      <Form.Item label={t('chooseFile')} htmlFor="expertFile">
        <input
          id="expertFile"
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            void file?.text().then((csv) => form.setFieldValue('csv', csv));
          }}
        />
      </Form.Item>
      <Form.Item name="csv" label={t('orPaste')} rules={[{ required: true, message: t('required') }]}>
        <GrowingTextArea minRows={4} maxRows={12} />
      </Form.Item>
    </FormModal>
  );
}
