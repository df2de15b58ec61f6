import { answer, api } from '../../api/client.js';
import { ReasonField } from '../../committee/ReasonField.js';
import { FormModal } from '../../components/FormModal.js';
import { DEFENSE } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import { type DialogProps, type Unnotified, unnotifiedOf } from './unnotified.js';

/** Cancels a session, with a reason and a confirmation. */
export function CancelDialog({ params, onClose, onDone }: DialogProps) {
  const t = useLabels(defense);
  return (
    <FormModal<{ reason: string }, readonly Unnotified[]>
      title={t('cancel')}
      ok={t('cancel')}
      invalidates={DEFENSE}
      send={async (body) =>
        unnotifiedOf(
          await answer(api.POST('/api/campaigns/{id}/defense/sessions/{sessionId}/cancel', { params, body })),
        )
      }
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('cancelMore')}</p>
      <ReasonField />
    </FormModal>
  );
}
