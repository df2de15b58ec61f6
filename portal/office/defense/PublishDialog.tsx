import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { DEFENSE } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import { type DialogProps, type Unnotified, unnotifiedOf } from './unnotified.js';

/** Announces a session, after a confirmation. */
export function PublishDialog({ params, onClose, onDone }: DialogProps) {
  const t = useLabels(defense);
  return (
    <FormModal<object, readonly Unnotified[]>
      title={t('publish')}
      ok={t('publish')}
      invalidates={DEFENSE}
      send={async () =>
        unnotifiedOf(await answer(api.POST('/api/campaigns/{id}/defense/sessions/{sessionId}/publish', { params })))
      }
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('publishMore')}</p>
    </FormModal>
  );
}
