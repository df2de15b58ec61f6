import { convenedMeeting, signMeeting } from '../../../bench/data/signedMeeting.js';
import { performCampaignAct } from '../../../engine/performCampaignAct.js';
import { reportMeeting } from '../../../engine/reportMeeting.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { until } from '../../../ops/process/ports.js';
import { firstHash } from '../../../records/application/eventHash.js';
import { campaignTimeline } from '../../../records/campaign/campaignEvents.js';
import { findCampaignState } from '../../../records/campaign/campaignState.js';
import { findStatistics } from '../../../records/campaign/campaignStatistics.js';
import { findCampaign } from '../../../records/campaign/campaigns.js';
import { campaignEventHash } from '../../../records/campaign/recordCampaignEvent.js';
import { noteCheck } from '../../../records/proof/recordChecks.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import { hour, instantOf } from '../../../rules/calendar/instant.js';
import type { CampaignData } from '../../../rules/campaign/campaignFacts.js';
import type { CampaignEvent, CampaignStatus } from '../../../rules/campaign/campaignLaw.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { openWorld, type Placed, quiet, type World } from './world.js';

const rules = aksu2024.reviewCommittee;
if (!rules) throw new Error('the notice has committees');
/** The 2024 campaign where the plan has to be filed. */
const policy: Policy = confirmed({
  ...aksu2024,
  reviewCommittee: { ...rules, planFiled: { ...rules.planFiled, value: true } },
});
const id = policy.id;
const begins = instantOf('2024-07-16T09:00');
const passed = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 3, abstain: 0 };
const failed = { ...passed, agree: 7, disagree: 4 };

let world: World;
let offset: number;
beforeAll(async () => {
  world = await openWorld('campaign');
  await world.db.campaign.update({
    where: { id },
    data: { state: 'preparing', policy: JSON.parse(JSON.stringify(policy)) },
  });
  const pinned = 'UPDATE policy_versions SET policy = $1 WHERE campaign_id = $2';
  await world.asOwner(pinned, [JSON.stringify(policy), id]);
  await candidates();
  offset = begins - (await world.env.currentTimeMs());
  await startCampaign(deps(), id);
});
afterAll(() => world.end());

/** A candidate of two units and a candidate of one. */
async function candidates(): Promise<void> {
  const of = { 'in-both': ['unit-1', 'unit-2'], 'in-one': ['unit-1'] };
  for (const [name, units] of Object.entries(of)) {
    const user = { id: name, name, email: `${name}@example.cn` };
    const bindings = { create: units.map((unitId) => ({ role: 'applicant', unitId })) };
    await world.db.user.create({ data: { ...user, bindings } });
  }
}

const now = async () => (await world.env.currentTimeMs()) + offset;
const deps = () => ({ db: world.db, engine: world.engine, clock: now, clockOffset: offset, logger: quiet as never });
const moveTo = async (instant: number) => world.env.sleep(Math.max(1, instant - (await now())));
const snapshot = async () => (await findCampaignState(world.db, id))?.facts.status;
const becomes = async (status: CampaignStatus) => {
  expect(await until(async () => (await snapshot()) === status, { timeoutMs: 20_000 })).toBe(true);
};
const state = async () => (await findCampaign(world.db, id))?.state;

let key = 0;
async function act(event: CampaignEvent, data: CampaignData, reason: string | null = null, role: Role = 'office') {
  const campaign = await findCampaign(world.db, id);
  if (!campaign) throw new Error('it was created');
  key += 1;
  const actor = { role, personId: 'office-clerk', scope: id };
  const asked = { campaign, event, actor, key: `act-${key}`, expectedSeq: null, receivedAt: await now(), data };
  return await performCampaignAct(deps(), { ...asked, freeText: reason === null ? null : { reason } });
}
const refusedWith = (code: string) => ({ kind: 'refused', refusal: { code } });
const applicationStatus = async (placed: Placed) =>
  (await world.db.application.findUniqueOrThrow({ where: { id: placed.id } })).status;

test('a campaign goes from its preparation to its statistics, its dates by themselves and the rest by people', async () => {
  expect(await act('announce', { errors: 0 })).toMatchObject(refusedWith('plan_not_filed'));
  expect(await act('file_plan', { errors: 0 }, '阿工信发〔2024〕1号')).toMatchObject({
    answer: { status: 'plan_filed', seq: 1 },
  });
  expect(await state()).toBe('preparing');
  await act('announce', { errors: 0 });
  expect(await state()).toBe('open');

  await moveTo(instantOf('2024-07-22T00:00') + hour);
  await becomes('filing');
  await moveTo(instantOf('2024-09-20T09:00'));
  await becomes('assembly');

  const placed: Placed[] = [];
  for (let n = 0; n < 3; n += 1) placed.push(await world.place('review', await now(), policy));
  const meetingId = await convenedMeeting(world.db, { campaignId: id, committee: 'engineering', at: await now() });
  await reportMeeting(deps(), meetingId);
  await becomes('meeting');
  const tallies = [passed, failed, passed];
  const outcomes = placed.map((one, index) => ({ applicationId: one.id, tally: tallies[index] ?? passed }));
  // Of the last, a check has found that the record does not hold.
  const broken = { kind: 'application', subject: placed[2]?.id ?? '', at: 0, files: false } as const;
  await noteCheck(world.db.pool, { ...broken, fault: { what: 'chain', at: 'event 1' } });
  await signMeeting(world.db, { meetingId, at: await now() }, outcomes);
  await reportMeeting(deps(), meetingId);
  // Reported again, it changes nothing.
  await reportMeeting(deps(), meetingId);
  const statuses = async () => await Promise.all(placed.map(applicationStatus));
  const others = async () => (await statuses()).join() === 'public_notice,not_passed,review';
  expect(await until(others, { timeoutMs: 20_000 })).toBe(true);
  await noteCheck(world.db.pool, { ...broken, fault: null });
  await becomes('public_notice');
  expect(await Promise.all(placed.map(applicationStatus))).toEqual(['public_notice', 'not_passed', 'public_notice']);
  for (const one of placed) {
    expect((await world.events(one)).filter((event) => event === 'record_tally')).toHaveLength(1);
  }

  const campaignState = await findCampaignState(world.db, id);
  await moveTo((campaignState?.facts.noticeEnds ?? 0) + hour);
  await becomes('concluding');
  for (const one of placed) {
    const ended = async () => /conferred|not_passed/.test(await applicationStatus(one));
    expect(await until(ended, { timeoutMs: 20_000 })).toBe(true);
  }
  expect(await act('close', { running: 0, conferred: 2 })).toMatchObject(refusedWith('results_not_filed'));
  await act('file_results', { running: 0 }, '阿人社备〔2024〕9号');
  expect(await act('close', { running: 0, conferred: 2 })).toMatchObject({ answer: { status: 'closed' } });
  expect(await state()).toBe('closed');
  const counted = async () => (await findStatistics(world.db, id)) !== null;
  expect(await until(counted, { timeoutMs: 20_000 })).toBe(true);
  const cells = (await findStatistics(world.db, id))?.cells.map(({ status, count }) => [status, count]);
  expect(cells?.sort()).toEqual([
    ['conferred', 2],
    ['not_passed', 1],
  ]);
  expect(await act('close', { running: 0, conferred: 2 })).toMatchObject(refusedWith('already_final'));
}, 120_000);

test('its events form a hash chain: each is hashed over the one before', async () => {
  const timeline = await campaignTimeline(world.db, id);
  expect(timeline.map(({ transition }) => transition.event)).toEqual([
    ...['file_plan', 'announce', 'open_filing', 'close_filing', 'close_audit', 'close_payment', 'hold_meeting'],
    ...['meeting_signed', 'fan_out_done', 'notice_ended', 'file_results', 'close'],
  ]);
  let before = firstHash;
  for (const { transition, prevHash, hash } of timeline) {
    expect([prevHash, hash]).toEqual([before, campaignEventHash(id, transition, before)]);
    before = hash;
  }
  expect(timeline[0]?.freeText).toEqual({ reason: '阿工信发〔2024〕1号' });
  const at = timeline.filter(({ transition }) => transition.actor.role === 'timer').slice(0, 4);
  expect(at.map(({ transition }) => transition.at)).toEqual(
    ['2024-07-22T00:00', '2024-08-30T18:00', '2024-09-10T24:00', '2024-09-15T24:00'].map(instantOf),
  );
});

test('every unit, department and candidate with an account gets one letter when it is announced', async () => {
  const letters = async () => (await world.inbox.mails()).filter(({ subject }) => subject.includes('发布通知'));
  const all = async () => (await letters()).length === 6;
  expect(await until(all, { timeoutMs: 20_000 })).toBe(true);
  const { rows } = await world.db.pool.query(
    `SELECT role, count(*)::int AS n FROM outbox WHERE kind = 'campaign_announce' AND state = 'sent' GROUP BY role ORDER BY role`,
  );
  expect(rows).toEqual([
    { role: 'applicant', n: 2 },
    { role: 'department', n: 1 },
    { role: 'office', n: 1 },
    { role: 'unit', n: 2 },
  ]);
});

test('a recorded event is never changed', async () => {
  const change = `UPDATE campaign_events SET event = 'announce' WHERE seq = 1`;
  await expect(world.db.pool.query(change)).rejects.toThrow('append-only');
});
