import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { IdAndName } from './IdAndName.js';

interface Props {
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}
interface FormValues {
  readonly id: string;
  readonly name: string;
}

/** Adds a department. */
export function NewDepartment({ onClose, onDone }: Props) {
  const t = useLabels(operator);
  return (
    <FormModal
      title={t('newDepartment')}
      ok={t('add')}
      invalidates="departments"
      send={(body: FormValues) => answer(api.POST('/api/departments', { body }))}
      onClose={onClose}
      onDone={({ name }) => onDone(name)}
    >
      <IdAndName />
    </FormModal>
  );
}
