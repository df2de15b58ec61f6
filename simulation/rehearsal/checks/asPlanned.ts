import { statusOf } from '../../../api/http/problem.js';
import type { Seen } from '../stage/seen.js';
import { differences } from './difference.js';

/** The law foretells what the plan says: else the plan, or the law, is wrong. */
export function lawAgreesWithPlan({ expected: { part, verdicts, facts } }: Pick<Seen, 'expected'>): string[] {
  const { steps, ends } = part.plan;
  return [
    ...steps.flatMap(({ at, player: who, event, refused }, index) =>
      differences(`${at} ${who} ${event}, foretold`, verdicts[index], refused),
    ),
    ...differences('foretold end', facts.status, ends),
  ];
}

/** The API answered every step as the plan says, with the HTTP status its code stands for. */
export function answersAsPlanned({ played: { part, replies } }: Seen): string[] {
  return part.plan.steps.flatMap(({ at, player: who, event, refused }, index) => {
    const reply = replies[index];
    const { code = null, detail = '' } = reply?.body ?? {};
    const status = reply?.status ?? 0;
    const right = refused === null ? status >= 200 && status < 300 : status === statusOf[refused] && code === refused;
    return right ? [] : [`${at} ${who} ${event}: ${status} ${code ?? 'done'} ≠ ${refused ?? 'done'} (${detail})`];
  });
}

/** The application ended as the plan says. */
export function endsAsPlanned({ application, played }: Seen): string[] {
  return differences('end', application.status, played.part.plan.ends);
}
