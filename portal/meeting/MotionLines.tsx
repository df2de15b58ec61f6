import type { ReactNode } from 'react';
import { Label } from '../components/Label.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import type { MotionLine } from './meetingQueries.js';

interface Props {
  readonly motions: readonly MotionLine[];
  /** text of an empty agenda */
  readonly none?: string;
  /** acts on a line */
  readonly actions?: (motion: MotionLine) => ReactNode;
}

/** The agenda, one line per round, with its count once it is known. */
export function MotionLines({ motions, none, actions = () => null }: Props) {
  const t = useLabels(meeting);
  if (motions.length === 0) return <p className="quiet">{none ?? t('emptyAgenda')}</p>;
  return (
    <ol className="motionLines">
      {motions.map((motion) => (
        <li key={motion.id}>
          <div>
            <strong lang="zh-CN">{motion.application.applicantName}</strong>{' '}
            <span className="quiet" lang="zh-CN">
              {motion.application.unitName} · {motion.application.specialty}
            </span>
            {motion.round > 1 ? <Label>{t('round', { n: motion.round })}</Label> : null}
            <Outcome motion={motion} />
          </div>
          <div className="row">
            <State motion={motion} />
            {actions(motion)}
          </div>
        </li>
      ))}
    </ol>
  );
}

function State({ motion: { passed, stateLabel } }: { readonly motion: MotionLine }) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  if (passed === null) return <Label>{localize(stateLabel)}</Label>;
  return <Label tone={passed ? 'over' : 'late'}>{t(passed ? 'passed' : 'notPassed')}</Label>;
}

function Outcome({ motion: { tally, notCast, voidedBy, voidedReason } }: { readonly motion: MotionLine }) {
  const t = useLabels(meeting);
  if (voidedBy === 'void' || voidedBy === 'quorum_lost' || voidedBy === 'voter_recused') {
    return <div className="quiet">{t(`voided_${voidedBy}`, { reason: voidedReason ?? '' })}</div>;
  }
  if (tally === null) return null;
  const { agree, disagree, abstain, recused } = tally;
  return (
    <div className="numbers motionTally">
      {t('tally', { agree, disagree, abstain, recused, notCast: notCast ?? 0 })}
    </div>
  );
}
