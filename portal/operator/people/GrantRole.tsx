import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import type { Account } from '../organisations/directoryQueries.js';
import { grantOf, RoleFields, type RoleValues } from './RoleFields.js';

interface Props {
  readonly person: Account;
  readonly onClose: () => void;
}

/** Gives a person one more role. */
export function GrantRole({ person, onClose }: Props) {
  const t = useLabels(operator);
  const mark = useMarks();
  const { id, name } = person;
  return (
    <FormModal
      title={`${t('grant')}${mark.colon}${name}`}
      ok={t('grant')}
      invalidates="people"
      send={(typed: RoleValues) =>
        answer(api.POST('/api/people/{id}/roles', { params: { path: { id } }, body: grantOf(typed) }))
      }
      onClose={onClose}
      onDone={onClose}
    >
      <RoleFields />
    </FormModal>
  );
}
