import { statusOf } from '../../../api/http/problem.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/** The law foretells what the plan says: else the plan, or the law, is wrong. */
export function lawAgreesWithPlan({
  expected: { testCase, verdicts, facts },
}: Pick<Observation, 'expected'>): string[] {
  const { steps, ends } = testCase.plan;
  return [
    ...steps.flatMap(({ at, actor, event, refused }, index) =>
      differences(`${at} ${actor} ${event}, foretold`, verdicts[index], refused),
    ),
    ...differences('foretold end', facts.status, ends),
  ];
}

/** The API answered every step as the plan says, with the HTTP status its code stands for. */
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
