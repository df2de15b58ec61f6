import { eventHash, type Opening, openingHash, type Withheld } from '../../records/application/eventHash.js';
import type { Act, Amendment, Transition } from '../../rules/application/act.js';
import { decide, isRefusal, mayAct } from '../../rules/application/decide.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { lawVersion } from '../../rules/application/lawVersion.js';
import { openDraft } from '../../rules/application/opening.js';
import { dueTransition } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { amendment } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';

/** One version of a campaign's policy as a file has it. */
export interface Version {
  readonly version: number;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly changedAt: Instant;
}

/** An application as a file has it. */
export interface ExportedApplication<Event = Transition | Withheld> {
  readonly opening: Opening;
  readonly openedAt: Instant;
  readonly events: readonly (Event & { readonly prevHash: string; readonly hash: string })[];
}

export const replayChecks = {
  chain: '事件按序号相接，哈希连续 / the events follow each other by seq and hash',
  law: '每一步都由有权的人依规则办理 / each step was allowed by the law to who took it',
  deadline: '每个期限都与重新计算的一致，到期即生效 / each deadline is as counted again, and took effect when due',
} as const;
export interface ReplayDifference {
  readonly check: keyof typeof replayChecks;
  readonly at: string;
  readonly stated: string;
  readonly expected: string;
}
interface Replayed {
  readonly facts: Facts;
  /** Versions of the law that this program does not know. */
  readonly unknown: ReadonlySet<number>;
  /** Events whose data the file withholds. */
  readonly withheld: readonly string[];
}

/** Judges every event of an application again, from its opening on. */
export function replay(application: ExportedApplication, versions: readonly Version[]): Replayed | ReplayDifference {
  const { opening, openedAt, events } = application;
  let pinned = pinnedAt(versions, openedAt);
  let facts = openDraft(opening, pinned.policy, pinned.calendar);
  let before = openingHash(opening, openedAt);
  const unknown = new Set<number>();
  const withheld: string[] = [];
  for (const [index, { prevHash, hash, ...transition }] of events.entries()) {
    const { seq, law, event } = transition;
    const at = `${opening.applicationId} · ${seq} ${event}`;
    const expected = eventHash(opening.applicationId, transition, before);
    if (seq !== index + 1) return { check: 'chain', at, stated: String(seq), expected: String(index + 1) };
    if (prevHash !== before) return { check: 'chain', at, stated: prevHash, expected: before };
    if (hash !== expected) return { check: 'chain', at, stated: hash, expected };
    const full = 'data' in transition ? transition : { ...transition, data: {} };
    if (event === amendment) pinned = amended(pinned, versions, full.data as Amendment);
    if (!('data' in transition)) withheld.push(`${seq} ${event}`);
    if (law === lawVersion) {
      const wrong = 'data' in transition ? judge(facts, full, pinned) : judgeWithheld(facts, transition, pinned);
      if (wrong) return { ...wrong, at };
    } else unknown.add(law);
    facts = evolve(facts, full);
    before = hash;
  }
  return { facts, unknown, withheld };
}

type Pinned = Pick<Version, 'policy' | 'calendar'>;

/** The version in force when an application was opened; the first where it was opened before any. */
function pinnedAt(versions: readonly Version[], openedAt: Instant): Pinned {
  const ordered = versions.toSorted((one, other) => one.version - other.version);
  const [first] = ordered;
  const found = ordered.findLast(({ changedAt }) => changedAt <= openedAt) ?? first;
  if (!found) throw new Error('no policy');
  return found;
}

function amended(pinned: Pinned, versions: readonly Version[], { version, calendar }: Amendment): Pinned {
  const next = versions.find((one) => one.version === version);
  if (!next) throw new Error(`no policy ${version}`);
  return { policy: next.policy, calendar: calendar ? next.calendar : pinned.calendar };
}

function judge(
  facts: Facts,
  transition: Transition,
  { policy, calendar }: Pinned,
): Omit<ReplayDifference, 'at'> | null {
  const { at: receivedAt, key, event, actor, data, freeTextHash } = transition;
  const stated = canonical(transition);
  const due = dueTransition(facts, policy, calendar, receivedAt);
  const same = due !== null && canonical(due) === stated;
  if (due && !same)
    return { check: 'deadline', stated: event, expected: `${due.event} ${new Date(due.at).toISOString()}` };
  if (due) return null;
  const act: Act = { key, event, actor, receivedAt, expectedSeq: null, data, freeTextHash };
  const outcome = decide(facts, act, policy, calendar, receivedAt);
  if (isRefusal(outcome)) return { check: 'law', stated: event, expected: `${outcome.code} ${outcome.message}` };
  if (canonical(outcome.deadlines) !== canonical(transition.deadlines)) {
    return { check: 'deadline', stated: canonical(transition.deadlines), expected: canonical(outcome.deadlines) };
  }
  return canonical(outcome) === stated ? null : { check: 'law', stated, expected: canonical(outcome) };
}

/** Of an event without its data: that it was this actor's to take then. What it changed is bound by its hash alone. */
function judgeWithheld(facts: Facts, { at, event, actor, from }: Withheld, { policy, calendar }: Pinned) {
  const due = dueTransition(facts, policy, calendar, at);
  if (due) return { check: 'deadline', stated: event, expected: due.event } as const;
  if (from !== facts.status) return { check: 'law', stated: from, expected: facts.status } as const;
  const refusal = mayAct(facts, event, actor, policy, calendar, at);
  return refusal && ({ check: 'law', stated: event, expected: `${refusal.code} ${refusal.message}` } as const);
}
