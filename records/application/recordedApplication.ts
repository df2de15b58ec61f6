import type { Answer } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import { type Facts, openingFacts } from '../../rules/application/facts.js';
import { canonical } from '../../rules/canonical.js';
import type { Database } from '../database.js';
import { NotGenuine } from '../notGenuine.js';
import { findApplication } from './applications.js';
import { eventHash, type Opening, openingHash } from './eventHash.js';
import { type Pinned, pinnedPolicy } from './pinnedPolicy.js';
import { eventsAfter } from './timeline.js';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Where an application stands, what it is judged by, and the first answer to each of its acts, for its workflow to begin
 * with. The facts of the row have to be what the chain of its events leads to.
 *
 * @throws NotGenuine when no application has this id and this number, or its row does not follow from its events
 */
export async function recordedApplication(
  database: Database,
  { applicationId, number }: { readonly applicationId: string; readonly number: string },
): Promise<Pinned & { readonly facts: Facts; readonly answers: Readonly<Record<string, Answer>> }> {
  for (;;) {
    const application = uuid.test(applicationId) ? await findApplication(database, applicationId) : null;
    if (application?.number !== number)
      throw new NotGenuine(`no application ${applicationId} with the number ${number}`);
    const [events, pinned, row] = await Promise.all([
      eventsAfter(database, { applicationId, seq: 0 }),
      pinnedPolicy(database, application),
      database.application.findUniqueOrThrow({ where: { id: applicationId }, select: { opening: true } }),
    ]);
    const opening = row.opening as unknown as Opening;
    const { facts, lastHash, seq } = application;
    // Recorded in between: read again.
    if ((events.at(-1)?.transition.seq ?? 0) > seq) continue;
    let hash = openingHash(opening, application.openedAt);
    for (const { transition, prevHash } of events) {
      if (prevHash !== hash) throw new NotGenuine(`${applicationId}: the chain breaks at ${transition.seq}`);
      hash = eventHash(applicationId, transition, prevHash);
    }
    // The deadlines of a draft nothing has happened to follow from the policy; every event carries those that run after it.
    const opened: Facts = { ...openingFacts(opening), deadlines: facts.deadlines };
    const folded = events.reduce((before, { transition }) => evolve(before, transition), opened);
    if (hash !== lastHash || canonical(folded) !== canonical(facts)) {
      throw new NotGenuine(`${applicationId}: the row does not follow from its events`);
    }
    const answers = events.map(({ transition: { key, to: status, seq: at } }) => [key, { status, seq: at }] as const);
    return { ...pinned, facts, answers: Object.fromEntries(answers) };
  }
}
