import { statusOf } from '../../../api/http/problem.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/** The reference model agrees with the plan; otherwise the plan or the rules are wrong. */
export function lawAgreesWithPlan({
  expected: { testCase, verdicts, facts },
}: Pick<Observation, 'expected'>): string[] {
  const { steps, ends } = testCase.plan;
  return [
    ...steps.flatMap(({ at, actor, event, refused }, index) =>
      differences(`${at} ${actor} ${event}, predicted`, verdicts[index], refused),
    ),
    ...differences('predicted end', facts.status, ends),
  ];
}

/** The API answered every step as planned, with the HTTP status of its problem code. */
export function answersAsPlanned({ run: { testCase, replies } }: Observation): string[] {
  return testCase.plan.steps.flatMap(({ at, actor, event, refused }, index) => {
    const reply = replies[index];
    const { code = null, detail = '' } = reply?.body ?? {};
    const status = reply?.status ?? 0;
    const right = refused === null ? status >= 200 && status < 300 : status === statusOf[refused] && code === refused;
    return right ? [] : [`${at} ${actor} ${event}: ${status} ${code ?? 'done'} ≠ ${refused ?? 'done'} (${detail})`];
  });
}

/** The application ended as the plan says. */
export function endsAsPlanned({ application, run }: Observation): string[] {
  return differences('end', application.status, run.testCase.plan.ends);
}
