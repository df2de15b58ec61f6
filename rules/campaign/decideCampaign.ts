import type { Actor } from '../application/act.js';
import { lawVersion } from '../application/lawVersion.js';
import type { Instant } from '../calendar/instant.js';
import { cite } from '../policy/clauses.js';
import { type Refusal, refuse, stalePage, wrongRole } from '../refusal.js';
import { campaignEffectOf } from './campaignEffects.js';
import type { CampaignAct, CampaignDate, CampaignFacts, CampaignTransition } from './campaignFacts.js';
import { campaignGuards } from './campaignGuards.js';
import {
  type CampaignEvent,
  type CampaignEventLaw,
  campaignLaw,
  campaignLawsIn,
  campaignStatuses,
  findCampaignLaw,
} from './campaignLaw.js';
import { nextCampaignStatus } from './campaignNext.js';

/** Whether a result is a refusal. */
export function isCampaignRefusal(outcome: CampaignTransition | Refusal | null): outcome is Refusal {
  return outcome !== null && 'code' in outcome;
}

/** The law applied to one act: the transition it makes, or why it is refused. Pure. */
export function decideCampaign(facts: CampaignFacts, act: CampaignAct): CampaignTransition | Refusal {
  const law = findCampaignLaw(facts.status, act.event);
  const unauthorized = authorizationRefusal(facts, act.event, act.actor, law);
  if (unauthorized) return unauthorized;
  if (!law) return notNow(facts);
  if (act.expectedSeq !== null && act.expectedSeq !== facts.seq) {
    return refuse('stale_page', '收件时间规则', stalePage);
  }
  const informed = act.schedule === null ? facts : { ...facts, schedule: act.schedule };
  const clause = cite(informed.schedule, law.clause);
  for (const name of law.guards) {
    const refusal = campaignGuards[name].check({ facts: informed, act, clause });
    if (refusal) return refusal;
  }
  return transit(law, informed, act);
}

function transit(law: CampaignEventLaw, facts: CampaignFacts, act: CampaignAct): CampaignTransition {
  const { key, event, actor, receivedAt: at, data, freeTextHash } = act;
  const changes = {
    ...campaignEffectOf(facts, act),
    ...(law.when ? { passed: [...facts.passed, law.when] } : {}),
    schedule: facts.schedule,
    lastAt: at,
  };
  const to = nextCampaignStatus(law, { ...facts, ...changes });
  const seq = facts.seq + 1;
  return { seq, law: lawVersion, key, event, actor, at, from: facts.status, to, data, freeTextHash, changes };
}

/** The facts after a transition. */
export function evolveCampaign(facts: CampaignFacts, transition: CampaignTransition): CampaignFacts {
  const { seq, to: status, changes } = transition;
  return { ...facts, ...changes, seq, status };
}

/** Why this actor may not do this now, whatever data they would send; null when they may. */
export function mayActOnCampaign(facts: CampaignFacts, event: CampaignEvent, actor: Actor): Refusal | null {
  const law = findCampaignLaw(facts.status, event);
  const unauthorized = authorizationRefusal(facts, event, actor, law);
  if (unauthorized) return unauthorized;
  if (!law) return notNow(facts);
  const unknown = { key: '', receivedAt: 0, expectedSeq: null, data: {}, freeTextHash: null, schedule: null };
  const act: CampaignAct = { ...unknown, event, actor };
  const clause = cite(facts.schedule, law.clause);
  const refusals = law.guards.map((name) =>
    campaignGuards[name].looksAtAct ? null : campaignGuards[name].check({ facts, act, clause }),
  );
  return refusals.find((refusal) => refusal !== null) ?? null;
}

function authorizationRefusal(
  { campaignId, schedule }: CampaignFacts,
  event: CampaignEvent,
  { role, scope }: Actor,
  law: CampaignEventLaw | null,
): Refusal | null {
  const rows = law ? [law] : campaignStatuses.flatMap((status) => findCampaignLaw(status, event) ?? []);
  const clause = cite(schedule, law?.clause ?? 'schedule');
  if (!rows.some(({ allowedRoles }) => allowedRoles.includes(role))) {
    return refuse('role_not_allowed', clause, wrongRole);
  }
  return scope === null || scope === campaignId
    ? null
    : refuse('not_yours', clause, {
        zh: '这次年度评审不在您的职责范围内。',
        en: 'This annual review is not within your duties.',
      });
}

function notNow({ status, schedule }: CampaignFacts): Refusal {
  const { zh, en, final } = campaignLaw[status];
  return final
    ? refuse('already_final', cite(schedule, 'schedule'), {
        zh: `本次年度评审${zh}，不能再办理。`,
        en: `This annual review is over (${en}); nothing more can be done with it.`,
      })
    : refuse('event_not_allowed', cite(schedule, 'schedule'), {
        zh: `年度评审目前处于“${zh}”，不能办理这一事项。`,
        en: `The annual review stands at “${en}”, where this cannot be done.`,
      });
}

const timer: Actor = { role: 'timer', personId: 'timer', scope: null };

/** The instant of a date of the campaign; null when it has no such date, or it has passed. */
export function campaignDateAt({ schedule, noticeEnds, passed }: CampaignFacts, date: CampaignDate): Instant | null {
  if (passed.includes(date)) return null;
  return date === 'notice_ends' ? noticeEnds : (schedule.dates[date]?.at ?? null);
}

/** The timer's next act in this status, at its instant, or null when no date is left. */
export function nextCampaignDate(facts: CampaignFacts): (CampaignAct & { readonly date: CampaignDate }) | null {
  const coming = campaignLawsIn(facts.status).flatMap(([event, { when }]) => {
    const at = when ? campaignDateAt(facts, when) : null;
    return when && at !== null ? [{ event, when, at }] : [];
  });
  const [first] = coming.sort((one, other) => one.at - other.at);
  if (!first) return null;
  return {
    key: `timer:${first.when}:${facts.seq + 1}`,
    event: first.event,
    actor: timer,
    receivedAt: Math.max(first.at, facts.lastAt ?? first.at),
    expectedSeq: null,
    data: {},
    freeTextHash: null,
    schedule: null,
    date: first.when,
  };
}

/** The transition of the first date that has come by `upTo` (inclusive), or null. */
export function dueOnCampaign(facts: CampaignFacts, upTo: Instant): CampaignTransition | null {
  const act = nextCampaignDate(facts);
  if (!act || act.receivedAt > upTo) return null;
  const outcome = decideCampaign(facts, act);
  return isCampaignRefusal(outcome) ? null : outcome;
}

/** The act by which a campaign notes that every outcome of a meeting has been applied. */
export function fanOutDone(
  { seq }: CampaignFacts,
  data: { readonly meetingId: string; readonly total: number; readonly moved: number; readonly refused: number },
  at: Instant,
): CampaignAct {
  const key = `fan-out:${data.meetingId}:${seq + 1}`;
  return {
    key,
    event: 'fan_out_done',
    actor: timer,
    receivedAt: at,
    expectedSeq: null,
    data,
    freeTextHash: null,
    schedule: null,
  };
}
