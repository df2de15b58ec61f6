import { Form, Select } from 'antd';
import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectorySelect } from './DirectorySelect.js';
import type { Unit } from './directoryQueries.js';
import { IdAndName } from './IdAndName.js';

interface Props {
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}
type FormValues = Omit<Unit, 'chainNames'>;
const kinds = ['public_institution', 'state_enterprise', 'private_enterprise'] as const;

/** Adds a unit below existing departments. */
export function NewUnit({ onClose, onDone }: Props) {
  const t = useLabels(operator);
  const choiceLabel = useChoiceLabel();
  return (
    <FormModal
      title={t('newUnit')}
      ok={t('add')}
      invalidates="units"
      initial={{ chain: [], kind: 'public_institution' } as Partial<FormValues>}
      send={(body: FormValues) => answer(api.POST('/api/units', { body }))}
      onClose={onClose}
      onDone={({ name }) => onDone(name)}
    >
      <IdAndName />
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('required') }]}>
        <Select options={kinds.map((value) => ({ value, label: choiceLabel(value) }))} />
      </Form.Item>
      <Form.Item name="chain" label={t('chain')} extra={t('chainMore')}>
        <DirectorySelect of="departments" several />
      </Form.Item>
    </FormModal>
  );
}
