import { useQuery } from '@tanstack/react-query';
import type { Tally } from '../../../rules/application/facts.js';
import { quorumMet, tallyProblem, thresholdMet, votersOf } from '../../../rules/meeting/meeting.js';
import type { Policy, Ruled } from '../../../rules/policy/policy.js';
import { policyQuery } from '../../api/applications.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

const names = ['committee', 'attending', 'recused', 'agree', 'disagree', 'abstain'] as const;

interface Props {
  readonly applicationId: string;
  readonly tally: Partial<Tally>;
}

/** Quorum and threshold with their clauses, and the result by the numbers typed so far. */
export function TallyHints({ applicationId, tally }: Props) {
  const t = useLabels(office);
  const policy = useQuery(policyQuery(applicationId)).data as Policy | undefined;
  if (policy === undefined) return null;
  const { quorum, threshold, minimumCommittee } = policy.meeting;
  const share = (name: string, { value: { numerator, denominator }, clause }: Policy['meeting']['quorum']) =>
    row(name, t('atLeast', { fraction: `${numerator}/${denominator}` }), clause);
  const row = (name: string, value: string, clause: Ruled<unknown>['clause']) => (
    <li key={name}>
      <span className="quiet">{name}</span> {value} <span className="quiet">{clause}</span>
    </li>
  );
  return (
    <ul className="tallyHints" aria-live="polite">
      {row(t('minimumRule'), t('people', { n: minimumCommittee.value }), minimumCommittee.clause)}
      {share(t('quorumRule'), quorum)}
      {share(t('thresholdRule'), threshold)}
      <Verdict tally={tally} policy={policy} />
    </ul>
  );
}

function Verdict({ tally, policy }: { readonly tally: Partial<Tally>; readonly policy: Policy }) {
  const t = useLabels(office);
  const localize = useLocalized();
  if (names.some((name) => typeof tally[name] !== 'number')) return null;
  const complete = tally as Tally;
  const problem = tallyProblem(complete);
  if (problem !== null) {
    return <li className="tallyBad">{localize(problem)}</li>;
  }
  const voters = votersOf(complete);
  const quorate = quorumMet(complete, policy);
  const passed = thresholdMet(complete, policy);
  return (
    <>
      <li className={quorate ? 'tallyGood' : 'tallyBad'}>
        {t('voters', { n: voters })}，{t(quorate ? 'quorumMet' : 'quorumMissed')}
      </li>
      <li className={passed ? 'tallyGood' : 'tallyBad'}>
        {t(passed ? 'passes' : 'failsVote', { agree: complete.agree, voters })}
      </li>
      <li className="quiet">{t('hintOnly')}</li>
    </>
  );
}
