import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { ChangeDialog } from '../ChangeDialog.js';
import { usePolicyChanges } from '../policyQueries.js';
import type { Chosen } from './PolicyValues.js';
import { ValueWithClause } from './ValueWithClause.js';

interface Props {
  readonly campaignId: string;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Confirms one value unchanged, with the source it was checked against. */
export function ConfirmValue({ campaignId, chosen, onClose }: Props) {
  const { path, name } = chosen;
  const t = useLabels(office);
  const { confirm } = usePolicyChanges(campaignId);
  return (
    <ChangeDialog
      title={t('confirmOne', { name })}
      ok={t('confirm')}
      error={confirm.error}
      busy={confirm.isPending}
      reason=""
      onSend={(reason) => confirm.mutate({ paths: [path], reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ValueWithClause chosen={chosen} />
    </ChangeDialog>
  );
}
