import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { ExpertFields, type ExpertValues } from './ExpertFields.js';
import { COMMITTEE, type EngagedExpert, type Expert } from './queries.js';

interface Props {
  readonly campaignId: string;
  /** null for a new expert */
  readonly expert: Expert | null;
  readonly onClose: () => void;
  readonly onDone: (added: readonly EngagedExpert[]) => void;
}

/** Adds an expert to the pool, or edits an entry. */
export function ExpertDialog({ campaignId, expert, onClose, onDone }: Props) {
  const t = useLabels(committee);
  const send = async ({ name, email, unitId, active, ...entry }: ExpertValues): Promise<readonly EngagedExpert[]> => {
    const body = { ...entry, unitId: unitId ?? null };
    if (expert === null) {
      const path = { params: { path: { id: campaignId } } };
      const added = { ...body, name, email: email.trim() };
      return [await answer(api.POST('/api/campaigns/{id}/experts', { ...path, body: added }))];
    }
    const path = { params: { path: { id: campaignId, expertId: expert.id } } };
    await answer(api.PATCH('/api/campaigns/{id}/experts/{expertId}', { ...path, body: { ...body, active } }));
    return [];
  };
  return (
    <FormModal<ExpertValues, readonly EngagedExpert[]>
      title={expert === null ? t('addExpert') : t('editExpert', { name: expert.name })}
      ok={expert === null ? t('addExpert') : t('edit')}
      invalidates={COMMITTEE}
      {...(expert === null
        ? {}
        : { initial: { ...expert, email: expert.email ?? '', unitId: expert.unitId ?? undefined } })}
      send={send}
      onClose={onClose}
      onDone={onDone}
    >
      <ExpertFields campaignId={campaignId} known={expert !== null} />
    </FormModal>
  );
}
