import { Alert } from 'antd';
import type { Application } from '../../api/applications.js';
import { useMe } from '../../api/me.js';
import { useLabels } from '../../labels/labelArea.js';
import { review } from '../../labels/review.js';
import { Instant } from '../deadline/Instant.js';

/** Each open objection: since when, whether it holds the notice up, who settles it, and what the reader may answer. */
export function OpenObjections({ application }: { readonly application: Application }) {
  const t = useLabels(review);
  const { personId } = useMe();
  const open = application.objections.filter(({ outcome }) => outcome === null);
  if (open.length === 0 || application.final) return null;
  const own = application.applicantId === personId;
  const settles = application.actions.some(({ event, allowed }) => event === 'resolve_objection' && allowed);
  return (
    <Alert
      type="warning"
      showIcon
      title={t('openObjections', { n: open.length })}
      description={
        <>
          {open.map(({ id, stage, raisedAt, holds }) => (
            <div key={id}>
              <Instant at={raisedAt} /> · {t(`settledBy_${stage}`)} · {t(holds ? 'holdsUp' : 'holdsNothing')}
            </div>
          ))}
          <p style={{ marginBlockEnd: 0 }}>{t(own ? 'answerOwn' : settles ? 'answerSettling' : 'answerOthers')}</p>
        </>
      }
    />
  );
}
