import type { Policy } from '../../../../rules/policy/policy.js';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { ChangeDialog } from '../ChangeDialog.js';
import { usePolicyChanges } from '../policyQueries.js';
import { changeValue } from './changeValue.js';
import type { Chosen } from './PolicyValues.js';
import { ValueWithClause } from './ValueWithClause.js';

interface Props {
  readonly campaignId: string;
  readonly policy: Policy;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Takes a value away that a notice may leave out, with a reason. */
export function RemoveValue({ campaignId, policy, chosen, onClose }: Props) {
  const { path, name } = chosen;
  const t = useLabels(office);
  const { change } = usePolicyChanges(campaignId);
  return (
    <ChangeDialog
      title={t('removeOne', { name })}
      ok={t('remove')}
      danger
      error={change.error}
      busy={change.isPending}
      reason=""
      onSend={(reason) => change.mutate({ policy: changeValue(policy, path, null), reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ValueWithClause chosen={chosen} />
      <p className="quiet">{t('removeMore')}</p>
    </ChangeDialog>
  );
}
