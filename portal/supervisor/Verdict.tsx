import { Alert } from 'antd';
import type { TimelineEvent } from '../api/applications.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';
import { canVerify } from './useProof.js';
import { type Checked, isBroken } from './verifyChain.js';

interface Props {
  readonly events: readonly TimelineEvent[];
  readonly checked: readonly Checked[];
}

/** Whether a whole record is intact; a broken one raises a prominent alarm. */
export function Verdict({ events, checked }: Props) {
  const t = useLabels(supervisor);
  const mark = useMarks();
  if (!canVerify)
    return <Alert type="warning" showIcon role="alert" title={t('cannot')} description={t('cannotMore')} />;
  const broken = checked.filter(isBroken).map(({ seq }) => seq);
  if (broken.length > 0) {
    return (
      <div className="alarm" role="alert">
        <strong>{t('broken')}</strong>
        <p>{t('brokenMore', { list: broken.join(', ') })}</p>
      </div>
    );
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('holds', { n: events.length })}
      description={
        <>
          {t('holdsMore')}
          {events.length === 0 ? null : (
            <div style={{ marginBlockStart: 8 }}>
              {t('last')}
              {mark.colon}
              <code className="hash">{events.at(-1)?.hash}</code>
              <div>{t('lastMore')}</div>
            </div>
          )}
        </>
      }
    />
  );
}
