import { Button } from 'antd';
import { Instant } from '../pieces/deadline/Instant.js';
import { Label } from '../pieces/Label.js';
import { useWords } from '../words/area.js';
import { committee } from '../words/committee.js';
import type { Recusal } from './queries.js';

interface Props {
  readonly recusals: readonly Recusal[];
  /** offers to answer those that wait */
  readonly onDecide?: (recusal: Recusal) => void;
}

/** Recusals with whose they are, from what, why, and what was answered. */
export function RecusalList({ recusals, onDecide }: Props) {
  const t = useWords(committee);
  if (recusals.length === 0) return <p className="quiet">{t('noRecusals')}</p>;
  return (
    <ul className="lines">
      {recusals.map((recusal) => {
        const { id, expertName, named, applicantName, askedByRole, reason, askedAt, outcome, decidedReason } = recusal;
        return (
          <li key={id}>
            <div>
              <strong lang="zh-CN">{expertName ?? t('namedPerson', { name: named ?? '' })}</strong>{' '}
              <Label mood={outcome === null ? 'late' : 'over'}>
                {outcome === null ? t('waiting') : t(`outcome_${outcome}`)}
              </Label>
              <div>
                {t('fromWhat')} · <span lang="zh-CN">{applicantName ?? t('everything')}</span>
              </div>
              <div className="quiet">
                {t(`by_${askedByRole}`)} · <Instant at={askedAt} />
              </div>
              {[reason, decidedReason ?? ''].filter(Boolean).map((text) => (
                <p key={text} className="said" lang="zh-CN">
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
