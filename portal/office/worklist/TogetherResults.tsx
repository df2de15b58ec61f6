import type { ReactNode } from 'react';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { failed, type Outcome } from './useActTogether.js';

interface Props {
  readonly outcomes: readonly Outcome[];
  /** what to say of one beside the name, by its place */
  readonly noteOf: (outcome: Outcome, place: number) => ReactNode;
}

/** What became of each application: registered, or why not. */
export function TogetherResults({ outcomes, noteOf }: Props) {
  const t = useLabels(office);
  const missed = outcomes.filter(failed).length;
  return (
    <div role="status">
      <p>{t('results', { done: outcomes.length - missed, failed: missed })}</p>
      <ul className="plainList">
        {outcomes.map((outcome, place) => {
          const { item, error } = outcome;
          return (
            <li key={item.id}>
              <span lang="zh-CN">{item.applicantName}</span> {noteOf(outcome, place)}
              {error === null ? null : <Problem error={error} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
