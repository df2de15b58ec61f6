import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../../api/client.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { positions } from '../../labels/positions.js';
import { Label } from '../Label.js';
import { Problem } from '../Problem.js';
import { POSITIONS, type UnitPositions } from './positionQueries.js';

interface Props {
  readonly campaignId: string;
  readonly of: UnitPositions;
}

/** Confirms what the unit stated last, or says that it is confirmed. */
export function ConfirmPositions({ campaignId, of }: Props) {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const client = useQueryClient();
  const { unitId, unitName, level, seq, confirmed } = of;
  const confirming = useMutation({
    mutationFn: (known: number) =>
      answer(
        api.POST('/api/campaigns/{id}/positions/confirm', {
          params: { path: { id: campaignId } },
          body: { unitId, level, seq: known },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: [POSITIONS] }),
  });
  if (seq === null) return null;
  if (confirmed) return <Label>{t('confirmed')}</Label>;
  return (
    <>
      <Button size="small" loading={confirming.isPending} onClick={() => confirming.mutate(seq)}>
        {t('confirm')}
        <span className="visuallyHidden">
          {' '}
          {unitName} {choiceLabel(level, campaignId)}
        </span>
      </Button>
      {confirming.error === null ? null : <Problem error={confirming.error} />}
    </>
  );
}
