import { Link } from 'react-router';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RebuildButton } from './RebuildButton.js';
import { RepairButtons } from './RepairButtons.js';
import { stepTarget } from './target.js';

interface Props {
  readonly applicationId: string;
  readonly number: string;
  /** null when the workflow does not answer */
  readonly steps: readonly { readonly step: string; readonly description: string }[] | null;
  readonly onDone: (description: string) => void;
}

/** The parked steps of one application. */
export function StepLine({ applicationId, number, steps, onDone }: Props) {
  const t = useLabels(operator);
  return (
    <li>
      <Link to={`/applications/${applicationId}`} className="numbers">
        {t('application', { id: number })}
      </Link>
      <div className="steps">
        {steps === null ? (
          <div className="row">
            <span className="quiet">{t('noAnswer')}</span>
            <RebuildButton applicationId={applicationId} number={number} onDone={onDone} />
          </div>
        ) : null}
        {steps?.length === 0 ? <span className="quiet">{t('noSteps')}</span> : null}
        {steps?.map(({ step, description }) => (
          <div key={step} className="row">
            <span lang="zh-CN">{description}</span>
            <code className="quiet">{step}</code>
            <RepairButtons
              target={stepTarget({ applicationId, number, step, description: description })}
              onDone={onDone}
            />
          </div>
        ))}
      </div>
    </li>
  );
}
