import { Button } from 'antd';
import { Instant } from '../components/deadline/Instant.js';
import { Label } from '../components/Label.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import type { Recusal } from './queries.js';

interface Props {
  readonly recusals: readonly Recusal[];
  /** shows a button that answers pending requests */
  readonly onDecide?: (recusal: Recusal) => void;
}

/** Recusals: the expert, what from, the reason and the answer. */
export function RecusalList({ recusals, onDecide }: Props) {
  const t = useLabels(committee);
  if (recusals.length === 0) return <p className="quiet">{t('noRecusals')}</p>;
  return (
    <ul className="lines">
      {recusals.map((recusal) => {
        const { id, expertName, named, applicantName, requestedByRole, reason, requestedAt, outcome, decidedReason } =
          recusal;
        return (
          <li key={id}>
            <div>
              <strong lang="zh-CN">{expertName ?? t('namedPerson', { name: named ?? '' })}</strong>{' '}
              <Label tone={outcome === null ? 'late' : 'over'}>
                {outcome === null ? t('waiting') : t(`outcome_${outcome}`)}
              </Label>
              <div>
                {t('recusalScope')} · <span lang="zh-CN">{applicantName ?? t('everything')}</span>
              </div>
              <div className="quiet">
                {t(`by_${requestedByRole}`)} · <Instant at={requestedAt} />
              </div>
              {[reason, decidedReason ?? ''].filter(Boolean).map((text) => (
                <p key={text} className="writtenText" lang="zh-CN">
                  {text}
                </p>
              ))}
            </div>
            {outcome === null && onDecide !== undefined ? (
              <Button onClick={() => onDecide(recusal)}>
                {t('decide')}
                <span className="visuallyHidden">：{named}</span>
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
