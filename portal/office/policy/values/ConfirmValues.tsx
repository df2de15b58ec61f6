import { useLabels, useMarks } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { ChangeDialog } from '../ChangeDialog.js';
import { usePolicyChanges } from '../policyQueries.js';
import type { Chosen } from './PolicyValues.js';
import { ValueWithClause } from './ValueWithClause.js';

interface Props {
  readonly campaignId: string;
  /** One or more, which share a reason. */
  readonly chosen: readonly Chosen[];
  readonly onClose: () => void;
}

/** Confirms values unchanged, with the source they were checked against: one version of the policy, however many. */
export function ConfirmValues({ campaignId, chosen, onClose }: Props) {
  const t = useLabels(office);
  const mark = useMarks();
  const { confirm } = usePolicyChanges(campaignId);
  const [first] = chosen;
  if (!first) return null;
  const isOne = chosen.length === 1;
  return (
    <ChangeDialog
      title={isOne ? t('confirmOne', { name: first.name }) : t('confirmMany', { n: chosen.length })}
      ok={t('confirm')}
      error={confirm.error}
      busy={confirm.isPending}
      reason=""
      onSend={(reason) => confirm.mutate({ paths: chosen.map(({ path }) => path), reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {isOne ? (
        <ValueWithClause chosen={first} />
      ) : (
        <ul className="plainList policyToConfirm">
          {chosen.map((one) => (
            <li key={one.path}>
              {one.name}
              {mark.colon}
              <ValueWithClause chosen={one} />
            </li>
          ))}
        </ul>
      )}
    </ChangeDialog>
  );
}
