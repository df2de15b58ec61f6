import { answer, api } from '../api/client.js';
import { FormModal } from '../pieces/FormModal.js';
import { useWords } from '../words/area.js';
import { committee } from '../words/committee.js';
import { COMMITTEE } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  readonly drawId: string;
  readonly onClose: () => void;
}

/** Gives up a draw before anything was drawn, with the reason that stays beside it. */
export function VoidDialog({ campaignId, drawId, onClose }: Props) {
  const t = useWords(committee);
  const path = { params: { path: { id: campaignId, drawId } } };
  return (
    <FormModal<{ reason: string }, unknown>
      title={t('beginOf')}
      ok={t('begin')}
      touches={COMMITTEE}
      send={(body) => answer(api.POST('/api/campaigns/{id}/draws/{drawId}/void', { ...path, body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <ReasonField />
    </FormModal>
  );
}
