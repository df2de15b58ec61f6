import { answer, api } from '../../api/client.js';
import { DEFENSE } from '../../defense/defenseQueries.js';
import { FormModal } from '../../pieces/FormModal.js';
import { useWords } from '../../words/area.js';
import { defense } from '../../words/defense.js';
import { type DialogProps, type Untold, untoldOf } from './untold.js';

/** Announces a session after it was asked once more. */
export function PublishDialog({ params, onClose, onDone }: DialogProps) {
  const t = useWords(defense);
  return (
    <FormModal<object, readonly Untold[]>
      title={t('publish')}
      ok={t('publish')}
      touches={DEFENSE}
      send={async () =>
        untoldOf(await answer(api.POST('/api/campaigns/{id}/defense/sessions/{sessionId}/publish', { params })))
      }
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('publishMore')}</p>
    </FormModal>
  );
}
