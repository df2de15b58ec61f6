import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { COMMITTEE } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  readonly drawId: string;
  readonly onClose: () => void;
}

/** Voids a draw before anything was drawn; the reason is recorded. */
export function VoidDialog({ campaignId, drawId, onClose }: Props) {
  const t = useLabels(committee);
  const path = { params: { path: { id: campaignId, drawId } } };
  return (
    <FormModal<{ reason: string }, unknown>
      title={t('beginOf')}
      ok={t('begin')}
      invalidates={COMMITTEE}
      send={(body) => answer(api.POST('/api/campaigns/{id}/draws/{drawId}/void', { ...path, body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <ReasonField />
    </FormModal>
  );
}
