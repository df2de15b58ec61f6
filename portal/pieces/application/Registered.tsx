import { Alert } from 'antd';
import type { Receipt } from '../../api/act.js';
import type { Action } from '../../api/applications.js';
import { acts } from '../../words/acts.js';
import { useSay, useWords } from '../../words/area.js';
import { Instant } from '../deadline/Instant.js';

/** The receipt of an act: what was registered, and the instant it counts from. */
export function Registered({
  action,
  receipt,
}: {
  readonly action: Pick<Action, 'zh' | 'en'>;
  readonly receipt: Receipt;
}) {
  const t = useWords(acts);
  const say = useSay();
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={t('done', { act: say(action) })}
      description={
        <>
          {t('received')} <Instant at={receipt.receivedAt} />
        </>
      }
    />
  );
}
