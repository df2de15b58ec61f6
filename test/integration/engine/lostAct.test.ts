import { findApplication } from '../../../records/application/applications.js';
import { finishDone } from '../../../records/application/intakes.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import type { Transition } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { hour, instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { calendar2024 } from '../../support/facts.js';
import { openWorld, type Placed, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('lost_act');
});
afterAll(() => world.end());

/** Within the period of the audit. */
const auditing = instantOf('2024-08-12T10:00');

/**
 * Leaves an application as a crash of the engine would between the recording of an act and the server's persisting it: the
 * record holds the act, the workflow does not.
 */
async function lose(placed: Placed, event: Parameters<World['register']>[1]) {
  const at = await world.now(placed);
  const act = await world.register(placed, event, at);
  const transition = decide(placed.facts, act, aksu2024, calendar2024, at);
  if (isRefusal(transition)) throw new Error(transition.message);
  await recordProposal(world.db, placed.id, transition);
  expect((await world.facts(placed)).seq).toBe(placed.facts.seq);
  return { act, transition };
}

async function expectAgreement(placed: Placed, events: readonly string[]) {
  const row = await findApplication(world.db, placed.id);
  expect(await world.facts(placed)).toEqual(row?.facts);
  expect((await world.events(placed)).slice(placed.facts.seq)).toEqual(events);
}

const answerOf = ({ to: status, seq }: Transition) => ({ status, seq });

describe('An act that the record holds and the engine has lost', () => {
  test('is known to the engine once it is dispatched again, and is recorded once', async () => {
    const placed = await world.place(stories.committee_audit, auditing);
    const { act, transition } = await lose(placed, 'accept');
    expect(await world.dispatch(placed, act)).toEqual({ kind: 'answered', answer: answerOf(transition) });
    await expectAgreement(placed, ['accept']);
  });

  test('is read before a later act whose caller saw it in the record', async () => {
    const placed = await world.place(stories.committee_audit, auditing);
    const { act, transition } = await lose(placed, 'accept');
    const next = await world.register(placed, 'withdraw', await world.now(placed));
    const paid = { ...next, expectedSeq: transition.seq };
    expect(await world.engine.act(placed.number, paid, transition.seq)).toMatchObject({
      kind: 'answered',
      answer: { status: 'withdrawn', seq: transition.seq + 1 },
    });
    expect((await world.events(placed)).slice(placed.facts.seq)).toEqual(['accept', 'withdraw']);
    expect((await world.dispatch(placed, act)).kind).toBe('gone');
  });

  test('is read before an act whose caller did not see it, which is then judged anew', async () => {
    const placed = await world.place(stories.committee_audit, auditing);
    const { act, transition } = await lose(placed, 'accept');
    const late = await world.register(placed, 'return_for_correction', await world.now(placed));
    expect(await world.dispatch(placed, late)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'event_not_allowed' },
    });
    expect(await world.dispatch(placed, act)).toEqual({ kind: 'answered', answer: answerOf(transition) });
    await expectAgreement(placed, ['accept']);
  });

  test('is read before a deadline that it had met', async () => {
    const placed = await world.place(stories.correction);
    const due = placed.facts.deadlines.correction_due?.due ?? 0;
    const { act, transition } = await lose(placed, 'resubmit');
    // Even when its intake is finished, the deadline finds it in the record.
    await finishDone(world.db, { applicationId: placed.id, key: act.key, answer: answerOf(transition) });
    await world.moveTo(placed, due + hour);
    await expectAgreement(placed, ['resubmit']);
    expect((await world.facts(placed)).status).toBe('committee_audit');
  });
});
