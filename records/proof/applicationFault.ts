import type { Transition } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import { type Facts, openingFacts } from '../../rules/application/facts.js';
import { isConferred } from '../../rules/application/isConferred.js';
import { repairs } from '../../rules/application/lifecycle.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { eventHash, hashOf, type Opening, openingHash } from '../application/eventHash.js';
import { projectionOf } from '../application/projection.js';
import type { Fault } from './fault.js';

/** Everything recorded of one application, read at one moment. */
export interface ApplicationRecord {
  readonly id: string;
  readonly opening: Opening;
  readonly openedAt: Instant;
  readonly facts: Facts;
  readonly lastHash: string;
  /** The columns that repeat the facts. */
  readonly columns: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly transition: Transition; readonly prevHash: string; readonly hash: string }[];
  readonly intakes: readonly {
    readonly act: Pick<Transition, 'key' | 'event' | 'actor' | 'at' | 'data' | 'freeTextHash'>;
    readonly freeText: unknown;
    readonly done: boolean;
  }[];
  /** Each with its hash as it is recomputed; null when nobody can read it any more. */
  readonly forms: readonly { readonly hash: string; readonly recomputed: string | null }[];
  readonly certificate: {
    readonly campaignId: string;
    readonly ordinal: number;
    readonly number: string;
    readonly conferredOn: string;
  } | null;
}

/**
 * The first thing of an application that does not hold, or null: the chain from its opening on, the facts and columns folded
 * from it, each act as it was registered, the words, the frozen forms and the certificate.
 */
export function applicationFault(record: ApplicationRecord): Fault | null {
  try {
    return (
      chainFault(record) ?? factsFault(record) ?? intakeFault(record) ?? formFault(record) ?? certificateFault(record)
    );
  } catch {
    // What is stored has not even the shape of a record.
    return { what: 'chain', at: 'unreadable' };
  }
}

function chainFault({ id, opening, openedAt, events, lastHash }: ApplicationRecord): Fault | null {
  if (opening.applicationId !== id) return { what: 'chain', at: 'opening' };
  let before = openingHash(opening, openedAt);
  for (const [index, { transition, prevHash, hash }] of events.entries()) {
    const recomputed = eventHash(id, transition, before);
    if (transition.seq !== index + 1 || prevHash !== before || hash !== recomputed) {
      return { what: 'chain', at: `event ${index + 1}` };
    }
    before = recomputed;
  }
  return lastHash === before ? null : { what: 'chain', at: `event ${events.length}` };
}

function factsFault({ opening, facts, columns, events }: ApplicationRecord): Fault | null {
  // The deadlines of a draft nothing has happened to follow from the policy; every event carries those that run after it.
  const opened: Facts = { ...openingFacts(opening), deadlines: facts.deadlines };
  const folded = events.map(({ transition }) => transition).reduce(evolve, opened);
  const { facts: _, due, ...same } = projectionOf(folded);
  const expected: Readonly<Record<string, unknown>> = {
    ...same,
    number: opening.number,
    due: due?.getTime() ?? null,
    facts: folded,
  };
  const stored: Readonly<Record<string, unknown>> = { ...columns, facts };
  const wrong = Object.keys(expected).find((name) => canonical(expected[name]) !== canonical(stored[name] ?? null));
  return wrong === undefined ? null : { what: 'facts', at: wrong };
}

/** Deadlines pass without anybody's act; everything else was registered before. */
const hasIntake = ({ actor, key }: Transition) => actor.personId !== 'timer' || !key.startsWith('timer:');

/** What operators do to a workflow is registered like an act, and moves nothing in the record. */
const isRepair = ({ event }: { readonly event: string }) => (repairs as readonly string[]).includes(event);

function intakeFault({ events, intakes }: ApplicationRecord): Fault | null {
  const registered = new Map(intakes.map((intake) => [intake.act.key, intake]));
  const recorded = new Set(events.map(({ transition }) => transition.key));
  for (const { act, freeText, done } of intakes) {
    if ((freeText === null ? null : hashOf(freeText)) !== act.freeTextHash) return { what: 'words', at: act.key };
    if (done && !isRepair(act) && !recorded.has(act.key)) return { what: 'intake', at: act.key };
  }
  for (const { transition } of events) {
    if (!hasIntake(transition)) continue;
    const { key, event, actor, at, data, freeTextHash } = transition;
    const act = registered.get(key)?.act;
    if (act?.freeTextHash !== freeTextHash) return { what: 'words', at: key };
    if (canonical(act) !== canonical({ key, event, actor, at, data, freeTextHash })) return { what: 'intake', at: key };
  }
  return null;
}

function formFault({ forms }: ApplicationRecord): Fault | null {
  const wrong = forms.find(({ hash, recomputed }) => recomputed !== null && recomputed !== hash);
  return wrong ? { what: 'form', at: wrong.hash } : null;
}

function certificateFault({ facts, events, certificate }: ApplicationRecord): Fault | null {
  const conferring = events.find(({ transition: { from, to } }) => isConferred(to) && !isConferred(from));
  if (!conferring && !certificate) return null;
  if (!conferring || !certificate) return { what: 'certificate', at: certificate?.number ?? facts.status };
  const { campaignId, ordinal, number, conferredOn } = certificate;
  const expected = {
    campaignId: facts.campaignId,
    number: certificateNumber(facts.campaignId, ordinal),
    conferredOn: localDateOf(conferring.transition.at),
  };
  const same = canonical({ campaignId, number, conferredOn }) === canonical(expected);
  return same ? null : { what: 'certificate', at: number };
}

/** 证书编号: the campaign and its running number, of five digits at least. */
export function certificateNumber(campaignId: string, ordinal: number): string {
  return `${campaignId.toUpperCase()}-${String(ordinal).padStart(5, '0')}`;
}
