import { useWords } from '../../words/area.js';
import { office } from '../../words/office.js';
import { ChangeDialog } from './ChangeDialog.js';
import type { Chosen } from './PolicyValues.js';
import { usePolicyChanges } from './policyQueries.js';
import { useValueWords } from './useValueWords.js';

interface Props {
  readonly campaignId: string;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Confirms one value, as it is, with what it was checked against. */
export function ConfirmValue({ campaignId, chosen: { path, name, ruled }, onClose }: Props) {
  const t = useWords(office);
  const { sayValue } = useValueWords();
  const { confirm } = usePolicyChanges(campaignId);
  return (
    <ChangeDialog
      title={t('confirmOne', { name })}
      ok={t('confirm')}
      error={confirm.error}
      busy={confirm.isPending}
      reason=""
      onSend={(reason) => confirm.mutate({ path, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p lang="zh-CN">
        <strong>{sayValue(ruled.value, path)}</strong> <span className="quiet">{ruled.clause}</span>
      </p>
    </ChangeDialog>
  );
}
