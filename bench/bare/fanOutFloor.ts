import { hashOf } from '../../records/application/eventHash.js';
import { finishDone, registerAct } from '../../records/application/intakes.js';
import { recordProposal } from '../../records/application/recordProposal.js';
import type { Database } from '../../records/database.js';
import type { Act } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { type Place, unparkedInReview } from '../data/inReview.js';
import { drive } from '../measure.js';

const atOnce = 16;
const tally = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 3, abstain: 0 };

/**
 * Writes `count` outcomes with the product's own statements, without an engine.
 *
 * @returns outcomes a second
 */
export async function bareOutcomes(database: Database, place: Place, count: number): Promise<number> {
  const { policy, calendar } = place;
  const waiting = await unparkedInReview(database, place, count);
  const now = Date.now();
  const actor = { role: 'office', personId: 'bench', scope: policy.id } as const;
  const data = {
    tally,
    metOn: localDateOf(now),
    minutes: { kind: 'taken_over' },
    specialty: { sum: 0, count: 0, pending: 0 },
  } as const;
  const { elapsed } = await drive({ clients: atOnce, jobs: count }, async (_client, number) => {
    const facts = waiting[number];
    if (!facts) throw new Error(`no application ${number}`);
    const { applicationId } = facts;
    const key = `floor-${applicationId}`;
    const act: Act = {
      key,
      event: 'record_tally',
      actor,
      receivedAt: now,
      expectedSeq: null,
      data,
      freeTextHash: null,
    };
    await registerAct(database, { applicationId, act, freeText: null, bodyHash: hashOf({ key }) });
    const transition = decide(facts, act, policy, calendar, now);
    if (isRefusal(transition)) throw new Error(transition.code);
    await recordProposal(database, applicationId, transition);
    const { to: status, seq } = transition;
    await finishDone(database, { applicationId, key, answer: { status, seq } });
  });
  return (count * 1000) / elapsed;
}
