import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { IdAndName } from './IdAndName.js';

interface Props {
  /** the department to change; absent: a new one */
  readonly department?: FormValues | undefined;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}
interface FormValues {
  readonly id: string;
  readonly name: string;
}

/** Adds a department, or changes its name. */
export function DepartmentDialog({ department, onClose, onDone }: Props) {
  const t = useLabels(operator);
  return (
    <FormModal
      title={t(department ? 'changeDepartment' : 'newDepartment')}
      ok={t(department ? 'save' : 'add')}
      initial={department ?? {}}
      invalidates="departments"
      send={(body: FormValues) =>
        department
          ? answer(
              api.PUT('/api/departments/{id}', { params: { path: { id: department.id } }, body: { name: body.name } }),
            )
          : answer(api.POST('/api/departments', { body }))
      }
      onClose={onClose}
      onDone={({ name }) => onDone(name)}
    >
      <IdAndName given={department !== undefined} />
    </FormModal>
  );
}
