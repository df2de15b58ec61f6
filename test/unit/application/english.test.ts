import { properAct } from '../../../prover/properAct.js';
import type { ActData } from '../../../rules/application/act.js';
import { explain, moveReasons } from '../../../rules/application/deadline.js';
import { deadlineNames } from '../../../rules/application/deadlines.js';
import { decide } from '../../../rules/application/decide.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type GuardName, guards } from '../../../rules/application/guards.js';
import { personEvents, type Role, roles, statuses } from '../../../rules/application/lifecycle.js';
import { dayInEnglish } from '../../../rules/calendar/dayLabels.js';
import { hour, instantOf } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { overlaysOf, regionCodes } from '../../../rules/calendar/overlays/regions.js';
import type { CampaignAct, CampaignFacts } from '../../../rules/campaign/campaignFacts.js';
import { type CampaignGuard, campaignGuards } from '../../../rules/campaign/campaignGuards.js';
import { campaignEvents, campaignStatuses } from '../../../rules/campaign/campaignLaw.js';
import { newCampaign, scheduleOf } from '../../../rules/campaign/campaignSchedule.js';
import { decideCampaign } from '../../../rules/campaign/decideCampaign.js';
import { meetingGuards } from '../../../rules/meeting/meetingGuards.js';
import { decideMeeting, meetingEvents, meetingStates } from '../../../rules/meeting/meetingLaw.js';
import { motionGuards } from '../../../rules/meeting/motionGuards.js';
import { decideMotion, motionEvents, motionParts, motionStates } from '../../../rules/meeting/motionLaw.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Refusal } from '../../../rules/refusal.js';
import { decideSanction, sanctionEvents, sanctionStates } from '../../../rules/sanctions/sanctionLaw.js';
import { policyFor, runStory, stories } from '../../../simulation/story/story.js';
import { chineseIn, isEnglish } from '../../support/english.js';
import { calendar2024, draft } from '../../support/facts.js';

/** A refusal in English, with the clauses it may cite; what is wrong with it, for a message that shows it. */
function inEnglish(outcome: object | null): string | null {
  if (outcome === null || !('code' in outcome)) return null;
  const { messageEn, clause, deadline, missing } = outcome as Refusal;
  const citations = [clause, ...(deadline ? [deadline.clause] : []), ...missing.map((one) => one.clause)];
  return isEnglish(messageEn, citations) ? null : `${messageEn}`;
}

const played = (status: keyof typeof stories) =>
  runStory(draft(), stories[status], policyFor(status, aksu2024), calendar2024);
const snapshot = Object.fromEntries(statuses.map((status) => [status, played(status)]));

describe('What the law of an application refuses', () => {
  test.each(statuses)('in %s, to whoever may not or not now, is told in English too', (status) => {
    const { facts, at } = snapshot[status] ?? played(status);
    const wrong = personEvents.flatMap((event) =>
      roles
        .filter((role) => role !== 'timer')
        .flatMap((role) => {
          const act = properAct(facts, event, aksu2024, at + hour, { role });
          const acts = [
            act,
            { ...act, actor: { ...act.actor, scope: 'elsewhere' } },
            { ...act, actor: { ...act.actor, personId: facts.applicantId } },
            { ...act, expectedSeq: facts.seq + 7 },
            { ...act, receivedAt: at + 2 * hour },
          ];
          return acts.flatMap((one) => inEnglish(decide(facts, one, aksu2024, calendar2024, at + hour)) ?? []);
        }),
    );
    expect(wrong).toEqual([]);
  });

  const before = instantOf('2024-01-01T00:00');
  const after = instantOf('2024-12-30T00:00');
  const item = { section: 'education', field: 'entries', clause: '通知 四（一）2' } as const;
  const lacks = { ...item, message: '请填写学历。', messageEn: 'Please fill in the education.' };
  const tally = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 2, abstain: 1 };
  const onPaper = { kind: 'paper', scan: { documentId: 'scan', hash: 'a' }, drawn: 11, heldHere: false } as const;
  const open = { id: 'objection-1', outcome: null } as unknown as Facts['objections'][number];
  const running = played('unit_review').facts.deadlines;
  const withPositions: Policy = { ...aksu2024, positions: byDefault(true, '通知 二') };
  const condition = { degree: 'bachelor', holds: 'mid', years: 5, obtainedBefore: null, obtainedFrom: null } as const;
  const stated = { level: draft().profile.level, approved: 5, occupied: 3 };
  const window = { opens: '2024-10-08T00:00', due: '2024-10-12T24:00' };
  const withDefenseFee: Policy = {
    ...aksu2024,
    defenseFee: byDefault({ fees: { deputy_senior: 20_000 }, window, workingDays: 3 }, '通知 五'),
  };
  interface Wrong {
    readonly facts?: Partial<Facts>;
    readonly data?: Partial<ActData> | object;
    readonly at?: number;
    readonly freeText?: string | null;
    readonly policy?: Policy;
  }
  /** For each guard of the table what it does not let pass: a new guard has to stand here. */
  const failing: Readonly<Record<GuardName, Wrong>> = {
    filing_open: { at: before },
    belongs: {
      policy: {
        ...aksu2024,
        belonging: byDefault({ regions: [{ code: '652900', name: 'Aksu' }], departments: [], units: [] }, '通知 一'),
      },
    },
    payment_asked: {
      policy: { ...aksu2024, stages: { ...aksu2024.stages, payment: { ...aksu2024.stages.payment, value: false } } },
    },
    materials_asked: {
      policy: {
        ...aksu2024,
        stages: { ...aksu2024.stages, materials: { ...aksu2024.stages.materials, value: false } },
      },
    },
    eligible: { data: { ineligible: [lacks] } },
    not_sanctioned: { data: { sanctionedUntil: '2027-01-01' } },
    not_applied_elsewhere: {
      data: { underOtherAccounts: [{ status: 'unit_review', submissions: 0, specialty: 'chemical' }] },
    },
    dossier_complete: { data: { missing: [lacks] } },
    free_text_given: { freeText: null },
    exception_reasoned: { facts: { unmetConditions: [{ ...condition, lacks: 'years' }] }, freeText: null },
    publicity_still_valid: { facts: { publishedHash: null } },
    publication_unchanged: { facts: { publishedHash: 'a', publishableHash: 'b' } },
    publication_changed: { facts: { publishedHash: 'a', publishableHash: 'a' } },
    publicity_retractable: { facts: { postedAt: before } },
    no_open_objection: { facts: { objections: [open] } },
    objection_waiting: { facts: { objections: [] } },
    objection_is_open: { data: { objectionId: 'none' } },
    recommender_fit: { data: { attached: [], unitSanctionedUntil: '2027-01-01' } },
    decliner_fit: { data: { unitSanctionedUntil: '2027-01-01' } },
    recommendation_attached: { data: { attached: [] } },
    position_vacant: { policy: withPositions, data: { attached: [], positions: null } },
    position_left: { policy: withPositions, data: { tally, positions: { ...stated, held: 2 } } },
    audit_open: { at: before },
    defects_given: { data: { defects: [] } },
    submissions_left: { facts: { submissions: 3 } },
    defects_answered: { facts: { defects: ['a', 'b'] }, data: { answered: [] } },
    corrected_dossier_complete: { data: { missing: [lacks, lacks] } },
    payment_open: { at: before },
    not_yet_paid: { facts: { paidAt: before } },
    amount_equals_fee: { data: { amount: 1 } },
    defense_fee_open: { policy: withDefenseFee, at: before },
    amount_equals_defense_fee: { policy: withDefenseFee, data: { amount: 1 } },
    money_arrived: { data: { paidOn: '2099-01-01' } },
    materials_open: { at: before },
    originals_not_yet_in: { facts: { materialsAt: before } },
    originals_complete: { data: { received: [] } },
    defense_notice_given: { data: { at: before } },
    defense_appointed: { facts: { defenseAt: null } },
    defense_held: { facts: { defenseAt: null } },
    panel_scored: { data: { panel: null, sheets: [] } },
    experts_enough: { data: { sheets: [] } },
    scores_valid: { data: { sheets: [{ expertId: 'a', points: -1, recused: false }] } },
    specialty_scored: {
      at: before,
      facts: { profile: { ...draft().profile, defenseExempt: true } },
      data: { specialty: { sum: 0, count: 0, pending: 2 }, minutes: onPaper },
    },
    tally_of_minutes: {
      data: {
        tally,
        metOn: '2024-09-26',
        minutes: { kind: 'signed', metOn: '2024-09-26', tally: { ...tally, agree: 7 } },
      },
    },
    minutes_scanned: { data: { tally, minutes: { ...onPaper, scan: null } } },
    after_review_began: { facts: { reviewSince: after }, data: { tally, metOn: '2024-12-29', minutes: onPaper } },
    committee_odd: { data: { tally: { ...tally, committee: 12 }, minutes: onPaper } },
    committee_drawn: { data: { tally, minutes: { ...onPaper, drawn: null } } },
    entered_by_another: { data: { tally, metOn: '2024-09-26', minutes: onPaper } },
    committee_large_enough: { data: { tally: { ...tally, committee: 1 } } },
    meeting_held: { data: { metOn: '2099-01-01' } },
    tally_adds_up: { data: { tally: { ...tally, agree: 0 } } },
    quorum_met: { data: { tally: { ...tally, attending: 1 } } },
    notice_begun: { facts: { noticeFrom: '2099-01-01' } },
    entrustment_not_sent: { facts: { entrustedAt: before } },
    sent_by_today: { data: { sentOn: '2099-01-01' } },
    entrustment_sent: { facts: { entrustedAt: null } },
    decided_by_today: { data: { passed: true, decidedOn: '2099-01-01' } },
    decision_attached: { data: { passed: true, decidedOn: '2024-09-01' } },
    entrusted_result_recorded: { facts: { entrustedResult: null } },
    recorded_by_another: {
      facts: { entrustedResult: { passed: true, decidedOn: '2024-09-01', recordedBy: 'office-1' } },
    },
    posting_displayed: { policy: { ...aksu2024, postingPhoto: byDefault(true, '通知 三（五）') } },
    deadline_running: { facts: { deadlines: {} }, data: { deadline: 'filing_cutoff', due: after } },
    due_later: { facts: { deadlines: running }, data: { deadline: 'filing_cutoff', due: before } },
    extension_pending: { facts: { pendingExtension: null } },
    second_person: { facts: { pendingExtension: { requestedBy: 'office-1' } as Facts['pendingExtension'] } },
    extension_later: {
      facts: {
        deadlines: running,
        pendingExtension: { deadline: 'filing_cutoff', due: before, requestedBy: 'office-2' },
      },
    },
    unit_has_posted: {
      facts: { unitPostedAt: null },
      policy: { ...aksu2024, conferralAwaitsPosting: byDefault(true, '通知 三（五）') },
    },
    pause_planned: { data: { until: '2099-01-01' } },
    pause_pending: { facts: { pendingPause: null } },
    second_person_to_pause: { facts: { pendingPause: { until: '2024-08-01', requestedBy: 'office-1' } } },
    not_tolled: { facts: { tolledSince: before } },
    is_tolled: { facts: { tolledSince: null } },
  };

  test.each(Object.entries(failing))('by the guard %s is told in English too', (name, wrong) => {
    const { policy = aksu2024 } = wrong;
    const facts = { ...draft(), ...wrong.facts };
    const act = {
      ...properAct(draft(), 'withdraw', aksu2024, wrong.at ?? after),
      actor: { role: 'office' as const, personId: 'office-1', scope: null },
      data: (wrong.data ?? {}) as ActData,
      freeTextHash: wrong.freeText === undefined ? 'a'.repeat(64) : wrong.freeText,
    };
    const refusal = guards[name as GuardName].check({ facts, act, policy, calendar: calendar2024, clause: '通知' });
    expect(refusal).not.toBeNull();
    expect(inEnglish(refusal)).toBeNull();
  });
});

describe('What the law of a campaign refuses', () => {
  const facts = newCampaign(aksu2024.id, scheduleOf(aksu2024, calendar2024), false);
  const act = (role: Role, data: object, more: Partial<CampaignAct> = {}): CampaignAct => ({
    key: 'k',
    event: 'announce',
    receivedAt: instantOf('2024-09-01T00:00'),
    expectedSeq: null,
    schedule: null,
    actor: { role, personId: role, scope: null },
    freeTextHash: null,
    ...more,
    data: data as CampaignAct['data'],
  });

  test.each(campaignStatuses)('in %s is told in English too', (status) => {
    const wrong = campaignEvents.flatMap((event) =>
      roles.flatMap((role) => {
        const data = { errors: 1, meetingId: 'm', committee: 'none', metOn: '2099-01-01', running: 2, total: 1 };
        const acts = [
          act(role, data, { event }),
          act(role, data, { event, expectedSeq: 99 }),
          act(role, data, { event, actor: { role, personId: role, scope: 'elsewhere' } }),
        ];
        return acts.flatMap((one) => inEnglish(decideCampaign({ ...facts, status }, one)) ?? []);
      }),
    );
    expect(wrong).toEqual([]);
  });

  const requires = { ...facts.schedule, planFiled: true, resultsFiled: true };
  const requiresNothing = { ...facts.schedule, planFiled: false, resultsFiled: false };
  const held = { meetingId: 'm', committee: 'c', signedAt: 1, metOn: '2024-09-01', counts: null };
  const meetings = [held] as unknown as CampaignFacts['meetings'];
  const failing: Readonly<Record<CampaignGuard, { readonly facts?: Partial<CampaignFacts>; readonly data?: object }>> =
    {
      policy_in_order: { data: { errors: 1 } },
      plan_required: { facts: { schedule: requiresNothing } },
      plan_filed_where_required: { facts: { schedule: requires } },
      free_text_given: {},
      committee_known: { data: { committee: 'none' } },
      meeting_new: { facts: { meetings }, data: { meetingId: 'm' } },
      meeting_not_signed: { facts: { meetings }, data: { meetingId: 'm' } },
      met_before: { data: { metOn: '2099-01-01' } },
      counts_add_up: { data: { meetingId: 'none' } },
      outcomes_applied: { facts: { meetings } },
      results_required: { facts: { schedule: requiresNothing } },
      results_filed_where_required: { facts: { schedule: requires, meetings, resultsFiledAt: null } },
      titles_filed_where_required: { facts: { schedule: requires }, data: { conferred: 2 } },
      ended_where_nobody_met: { data: { running: 2 } },
      applications_ended: { data: { running: 2 } },
    };
  test.each(Object.entries(failing))('by the guard %s is told in English too', (name, wrong) => {
    const given = { facts: { ...facts, ...wrong.facts }, act: act('office', wrong.data ?? {}) };
    const refusal = campaignGuards[name as CampaignGuard].check({ ...given, clause: '通知' });
    expect(refusal).not.toBeNull();
    expect(inEnglish(refusal)).toBeNull();
  });
});

describe('What is refused in the room', () => {
  const meeting = {
    quorum: false,
    fewest: 8,
    present: 3,
    motionOpen: true,
    minutesAsSeen: false,
    secondFactor: false,
    freeText: false,
  };
  test.each(Object.entries(meetingGuards))('by the guard %s of a meeting is told in English too', (_name, check) => {
    expect(check(meeting, '人社部令第40号')).not.toBeNull();
    expect(inEnglish(check(meeting, '人社部令第40号'))).toBeNull();
  });
  test.each(meetingStates)('of a meeting that is %s is told in English too', (state) => {
    const wrong = meetingEvents.flatMap((event) => inEnglish(decideMeeting(state, event, [], meeting)) ?? []);
    expect(wrong).toEqual([]);
  });

  const motion = {
    sitting: false,
    otherOpen: true,
    inReview: false,
    quorum: false,
    papersGiven: 0,
    freeText: false,
    leader: 'chair' as const,
    recusedSelf: false,
    namedIsAble: false,
  };
  test.each(Object.entries(motionGuards))('by the guard %s of a vote is told in English too', (_name, check) => {
    expect(check(motion, '人社部令第40号')).not.toBeNull();
    expect(inEnglish(check(motion, '人社部令第40号'))).toBeNull();
  });
  test.each(motionStates)('of a vote that is %s is told in English too', (state) => {
    const situations = [motion, { ...motion, leader: null }, { ...motion, recusedSelf: true }];
    const wrong = motionEvents.flatMap((event) =>
      [[], ...motionParts.map((part) => [part])].flatMap((parts) =>
        situations.flatMap((one) => inEnglish(decideMotion(state, event, parts, one)) ?? []),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test('what is refused about a sanction is told in English too', () => {
  const wrong = sanctionStates.flatMap((state) =>
    sanctionEvents.flatMap((event) =>
      [[], ['office', 'supervisor'] as const].flatMap((held) => {
        const facts = { state, proposedBy: 'p', liftRequestedBy: 'p' };
        return inEnglish(decideSanction(facts, event, { personId: 'p', roles: held }, aksu2024)) ?? [];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

describe('A deadline', () => {
  test('explains itself in English, each way it can be counted and moved', () => {
    for (const name of deadlineNames) {
      for (const rule of ['as_written', 'working_days', 'calendar_days'] as const) {
        for (const provisional of [true, false]) {
          const { zh, en } = explain({
            name,
            rule,
            provisional,
            clause: '通知 四（二）',
            countedFrom: '2024-09-27',
            days: 5,
            due: instantOf('2024-10-10T24:00'),
            calendarVersion: 'cn',
            skipped: [
              { date: '2024-09-28', reason: '周六' },
              { date: '2024-10-01', reason: '国庆节' },
            ],
            moved: moveReasons.map((why) => ({ from: 0, to: 1, why })),
          });
          expect(zh).toMatch(/。$/);
          expect(isEnglish(en, ['通知 四（二）']) ? null : en).toBeNull();
          expect(en).toContain('2024-10-10 24:00');
          expect(en).toContain('10-01 National Day');
        }
      }
    }
  });

  test('names every festival of every calendar in English, and that one is provisional', () => {
    const years = Array.from({ length: 20 }, (_, index) => 2010 + index);
    const overlays = regionCodes.flatMap((region) => overlaysOf(region, years));
    const { days } = buildCalendar({ years, overlays });
    const names = new Set([...Object.values(days).map(({ name }) => name), '周六', '周日']);
    expect([...names].filter((name) => chineseIn(dayInEnglish(name)) !== '')).toEqual([]);
    expect(dayInEnglish('古尔邦节（暂定）')).toBe('Corban Festival (Eid al-Adha) (provisional)');
    expect(dayInEnglish('无名节')).toBe('无名节');
  });
});
