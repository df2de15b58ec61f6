import { Alert } from 'antd';
import type { Receipt } from '../../api/act.js';
import type { Action } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Instant } from '../deadline/Instant.js';

/** The receipt of an act: what was registered, and the instant from which it counts. */
export function ActReceipt({
  action,
  receipt,
}: {
  readonly action: Pick<Action, 'zh' | 'en'>;
  readonly receipt: Receipt;
}) {
  const t = useLabels(acts);
  const localize = useLocalized();
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={t('done', { act: localize(action) })}
      description={
        <>
          {t('received')} <Instant at={receipt.receivedAt} />
        </>
      }
    />
  );
}
