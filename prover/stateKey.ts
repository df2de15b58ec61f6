import type { Facts } from '../rules/application/facts.js';
import { hour, type Instant } from '../rules/calendar/instant.js';
import { instantIn, type Mark } from './marks.js';
import { decides } from './relevance.js';

/**
 * What the law never decides by: who it is about, numbering, and how a deadline explains itself. `passed` is told by its
 * names.
 */
const explanatory: ReadonlySet<string> = new Set([
  'applicationId',
  'campaignId',
  'applicantId',
  'unitId',
  'unitRegion',
  // What tells candidates apart is said by their likeness.
  'profile',
  'chain',
  'chainLevel',
  'seq',
  'dossierHash',
  'conditionsWaived',
  'lastAt',
  'skipped',
  'calendarVersion',
  'countedFrom',
  'days',
  'rule',
  'clause',
  'moved',
  'provisional',
  'whose',
  // Alarms, and what the deadlines that run hold already.
  'since',
  'overdueAt',
  'pausedUntil',
  'pauses',
  'until',
  'by',
  'handedAt',
  'metOn',
  // Of what was promised: the policies before and after say all of it.
  'numbers',
  'corrections',
  'correctionUntil',
  'defenseFees',
  'windows',
  'cutoffs',
]);

/** Ids and hashes: the law compares them and reads nothing in them. Names of the law hold no digit. */
const isId = (value: string) => value.length >= 32 || /\d/.test(value);

/**
 * One text for all states the law cannot tell apart: instants are replaced by whether they lie ahead, and the order of all
 * that do; ids by the order in which they first occur. `place` tells a state at a mark from one between two.
 */
export function stateKey(facts: Facts, at: Instant, ahead: readonly Mark[], place: string): string {
  const ids = new Map<string, string>();
  const named = (id: string) => {
    const known = ids.get(id) ?? `#${ids.size}`;
    ids.set(id, known);
    return known;
  };
  const told = (value: unknown): string => {
    if (value === null || value === undefined) return '-';
    const instant = instantIn(value);
    if (instant !== null) return instant > at ? '>' : '<';
    // A length of time: what it moves shows in the order of the instants.
    if (typeof value === 'number' && value >= hour) return '~';
    if (typeof value === 'string') return isId(value) ? named(value) : value;
    if (Array.isArray(value)) return `[${value.map(told).join()}]`;
    if (typeof value !== 'object') return String(value);
    let text = '{';
    for (const key of Object.keys(value).sort()) {
      if (!explanatory.has(key)) text += `${key}:${told((value as Record<string, unknown>)[key])},`;
    }
    return `${text}}`;
  };
  let order = '';
  for (const [index, mark] of ahead.entries()) order += `${ahead[index - 1]?.at === mark.at ? '=' : '<'}${mark.name}`;
  // What moved the application last explains the refusal of a late act, where it stands now.
  const passed = facts.passed?.to === facts.status ? facts.passed : null;
  const seen = { ...facts, passed, objections: objectionsSeen(facts), filingGrants: grantsSeen(facts) };
  const deciding = Object.entries(seen).filter(([fact]) => decides(fact, facts));
  return `${told(Object.fromEntries(deciding))}|${place}|${order}`;
}

/** Objections have no order, and one that was dismissed holds nothing up any more. */
function objectionsSeen({ objections }: Facts): readonly string[] {
  return objections
    .filter(({ outcome }) => outcome !== 'dismissed')
    .map(({ outcome, unreachable }) => `${outcome ?? 'open'} ${unreachable ? 'by nobody' : 'by somebody'}`)
    .toSorted();
}

/** How much was granted shows in the order of the instants; what grants add up to has no order. */
function grantsSeen({ filingGrants }: Facts): readonly string[] {
  return [...new Set(filingGrants.map(({ why }) => why))].toSorted();
}

/** One text for all final states that explain themselves alike. */
export function endKey({ status, passed }: Facts): string {
  return `${status}|${passed?.from}|${passed?.deadline.name}`;
}
