import { Badge } from 'antd';
import { Link } from 'react-router';
import { draftPathOf } from '../../../rules/policy/drafts/draftPaths.js';
import { type SetUpStep, setUpSteps, stepOf } from '../../../rules/policy/drafts/steps.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import type { Draft } from './draftQueries.js';

/** The steps, each with how much of it is still to complete. */
export function StepNav({ draft, step }: { readonly draft: Draft; readonly step: SetUpStep }) {
  const t = useLabels(setUp);
  const wrong = draft.errors.flatMap((one) => (one ? [stepOf(draftPathOf(one.field) ?? one.field)] : []));
  return (
    <nav aria-label={t('steps')}>
      <ol className="draftSteps">
        {setUpSteps.map((one, index) => {
          const n = wrong.filter((of) => of === one).length;
          return (
            <li key={one}>
              <Link
                to={`/office/campaigns/drafts/${draft.id}/${one}`}
                {...(one === step ? { 'aria-current': 'step' as const } : {})}
              >
                {index + 1} {t(`step_${one}`)}
                {n === 0 ? null : (
                  <>
                    {' '}
                    <Badge count={n} size="small" aria-hidden />
                    <span className="visuallyHidden">{t('stepErrors', { n })}</span>
                  </>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
