import { answer, api } from '../../api/client.js';
import { ReasonField } from '../../committee/ReasonField.js';
import { DEFENSE } from '../../defense/defenseQueries.js';
import { FormModal } from '../../pieces/FormModal.js';
import { useWords } from '../../words/area.js';
import { defense } from '../../words/defense.js';
import { type DialogProps, type Untold, untoldOf } from './untold.js';

/** Calls a session off with a reason, after it was asked once more. */
export function CancelDialog({ params, onClose, onDone }: DialogProps) {
  const t = useWords(defense);
  return (
    <FormModal<{ reason: string }, readonly Untold[]>
      title={t('cancel')}
      ok={t('cancel')}
      touches={DEFENSE}
      send={async (body) =>
        untoldOf(await answer(api.POST('/api/campaigns/{id}/defense/sessions/{sessionId}/cancel', { params, body })))
      }
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('cancelMore')}</p>
      <ReasonField />
    </FormModal>
  );
}
