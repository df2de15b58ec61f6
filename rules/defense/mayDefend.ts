import { targetsOf } from '../application/happyPath.js';
import { type EventName, findLaw, isFinal, lawsIn, type Status, statuses } from '../application/lifecycle.js';
import { day, type Instant, instantOf } from '../calendar/instant.js';
import type { Level, Track } from '../campaign/codes.js';
import type { Policy } from '../policy/policy.js';
import { windowOf } from '../policy/policyWindows.js';
import { holds } from '../policy/stagePlan.js';

const heard: EventName = 'score_defense';

/** The statuses that lead to one of these, sooner or later. */
function leadingTo(goals: readonly Status[]): readonly Status[] {
  const before = statuses.filter((status) =>
    lawsIn(status).some(([, law]) => targetsOf(law, status).some((next) => goals.includes(next))),
  );
  const all = [...new Set([...goals, ...before])];
  return all.length === goals.length ? all : leadingTo(all);
}

const hearing = statuses.filter((status) => findLaw(status, heard) !== null);
const before = leadingTo(hearing).filter((status) => !isFinal(status));

/** Whose defense the average of exempt candidates waits for. */
export interface MayDefend {
  readonly statuses: readonly Status[];
  readonly levels: readonly Level[];
  readonly tracks: readonly Track[];
}

/**
 * The candidates the average of a specialty waits for (通知 四（四）: 当年参加该专业答辩人员的平均分): those who wait to be heard, and
 * by policy everybody who may still come to a defense, from audit, correction or payment too.
 */
export function mayDefend(policy: Policy): MayDefend {
  const tracks = policy.codes.tracks.map(({ code }) => code);
  const levels = policy.levels.value;
  return {
    statuses: policy.defense.averageWaitsForAll.value ? before : hearing,
    levels: levels.filter((level) => tracks.some((track) => holds('defense', { track, level }, policy))),
    tracks: tracks.filter((track) => levels.some((level) => holds('defense', { track, level }, policy))),
  };
}

/**
 * The instant from which the office decides without waiting any longer: some days after the last date the notice has for
 * candidates of this level and specialty before a defense.
 */
export function averageAwaitedUntil(
  of: { readonly level: Level; readonly specialty: string },
  policy: Policy,
): Instant {
  const names = ['payment', 'materials', 'audit'] as const;
  const ends = names.flatMap((name) => {
    const window = windowOf(name, of, policy);
    return window ? [instantOf(window.value.due)] : [];
  });
  const last = Math.max(instantOf(policy.filing.committee.value), ...ends);
  return last + policy.defense.averageWaitDays.value * day;
}
