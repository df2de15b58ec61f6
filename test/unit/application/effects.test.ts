import type { ActData } from '../../../rules/application/act.js';
import { effectOf } from '../../../rules/application/effects.js';
import { type Facts, instantNames, instantsSetBy } from '../../../rules/application/facts.js';
import { type EventName, events } from '../../../rules/application/lifecycle.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { deputySenior, draft } from '../../support/facts.js';

const at = instantOf('2024-08-21T10:00');

function effect(event: EventName, facts: Partial<Facts> = {}, data: object = {}, policy: Policy = aksu2024) {
  const actor = { role: 'office', personId: 'office-1', scope: null } as const;
  const act = { key: 'k', event, actor, receivedAt: at, expectedSeq: null, data: data as ActData, freeTextHash: null };
  return effectOf(draft(facts), act, policy);
}
/** The instants an event sets, which every effect has besides its own. */
function instants(event: EventName): Partial<Facts> {
  const set = instantNames.filter((name) => (instantsSetBy[name] as readonly EventName[]).includes(event));
  return Object.fromEntries(set.map((name) => [name, at]));
}
const objection = (id: string, outcome: 'dismissed' | 'upheld' | null = null) =>
  ({ id, stage: 'unit_publicity', raisedAt: 1, outcome }) as const;
const viaUnit: Policy = { ...aksu2024, correctionViaUnit: byDefault(true, '补正经用人单位复核') };
const due = draft().deadlines.filing_cutoff;
const correcting: Facts['deadlines'] = due ? { correction_due: { ...due, name: 'correction_due' } } : {};
const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
const meeting = (count: number) => ({ tally, metOn: '2024-08-20', specialty: { sum: 24_750, count, pending: 0 } });
const exempt = { profile: { ...deputySenior, defenseExempt: true }, score: null };
const recorded = { tally, metOn: '2024-08-20', noticeFrom: '2024-08-22', enteredTally: null };
const own = { sum: 8_000, count: 1 };

test.each<[string, EventName, Partial<Facts>, object, Partial<Facts>, Policy?]>([
  [
    'a submission is what it says',
    'submit',
    {},
    { dossierHash: 'a', publishableHash: 'b', profile: exempt.profile, missing: [] },
    { dossierHash: 'a', publishableHash: 'b', profile: exempt.profile },
  ],
  [
    'submissions under another account of the person count too, for the same specialty',
    'submit',
    { submissions: 1 },
    {
      dossierHash: 'a',
      publishableHash: 'b',
      profile: exempt.profile,
      underOtherAccounts: [
        { status: 'withdrawn', submissions: 2, specialty: exempt.profile.specialty },
        { status: 'withdrawn', submissions: 3, specialty: 'another' },
      ],
    },
    { dossierHash: 'a', publishableHash: 'b', profile: exempt.profile, submissions: 2 },
  ],
  [
    'a posting publishes anew, with no objection yet',
    'post_publicity',
    { publishedHash: 'a', objections: [objection('o')] },
    {},
    { publishedHash: null, objections: [] },
  ],
  [
    'the end of a publicity fixes what was published',
    'publicity_ended',
    { publishableHash: 'b' },
    {},
    { publishedHash: 'b' },
  ],
  ['a recommendation begins the way up', 'recommend', { chainLevel: 2 }, {}, { chainLevel: 0 }],
  ['a department passes it to the next', 'forward', { chainLevel: 2 }, {}, { chainLevel: 3 }],
  [
    'a return lists its defects',
    'return_for_correction',
    { defects: ['x'] },
    { defects: ['a', 'b'] },
    { defects: ['a', 'b'] },
  ],
  ['an acceptance leaves none', 'accept', { defects: ['a'] }, {}, { defects: [] }],
  [
    'a correction has another form, and what it publishes',
    'resubmit',
    { publishedHash: 'p' },
    { dossierHash: 'c', publishableHash: 'p' },
    { dossierHash: 'c', publishableHash: 'p' },
  ],
  [
    'one that changes what was published goes to the unit, and has met its deadline',
    'resubmit',
    { publishedHash: 'p', deadlines: correcting },
    { dossierHash: 'c', publishableHash: 'q' },
    { dossierHash: 'c', publishableHash: 'q', correctionMet: correcting.correction_due ?? null },
  ],
  [
    'the first entry of a tally on paper waits for the second',
    'enter_tally',
    {},
    { ...meeting(1), minutes: { kind: 'paper', scan: { documentId: 's', hash: 'h' } } },
    { enteredTally: { tally, metOn: '2024-08-20', scanHash: 'h', enteredBy: 'office-1' } },
  ],
  [
    'without a scan',
    'enter_tally',
    {},
    { ...meeting(1), minutes: { kind: 'paper', scan: null } },
    { enteredTally: { tally, metOn: '2024-08-20', scanHash: null, enteredBy: 'office-1' } },
  ],
  [
    'of minutes signed here',
    'enter_tally',
    {},
    { ...meeting(1), minutes: { kind: 'signed', scan: { documentId: 's', hash: 'h' } } },
    { enteredTally: { tally, metOn: '2024-08-20', scanHash: null, enteredBy: 'office-1' } },
  ],
  [
    'who is deferred has none entered',
    'defer',
    { enteredTally: { tally, metOn: '2024-08-20', scanHash: 'h', enteredBy: 'office-2' } },
    {},
    { enteredTally: null },
  ],
  ['an appointment is at its instant', 'schedule_defense', {}, { at: at + 1 }, { defenseAt: at + 1 }],
  ['one that is called off is none', 'call_off_defense', { defenseAt: at, absences: 1 }, {}, { defenseAt: null }],
  ['an absence is counted', 'mark_absent', { defenseAt: at, absences: 1 }, {}, { defenseAt: null, absences: 2 }],
  [
    'scores are added up',
    'score_defense',
    {},
    { sheets: [8_000, 8_250, 9_100].map((points, n) => ({ expertId: `expert-${n}`, points, recused: false })) },
    { score: { sum: 25_350, count: 3 } },
  ],
  [
    'a result is on notice from the next day; who defended keeps the own score',
    'record_tally',
    { score: own, enteredTally: { tally, metOn: '2024-08-20', scanHash: 'h', enteredBy: 'office-2' } },
    meeting(3),
    { ...recorded, score: own },
  ],
  [
    'the exempt have the average of the specialty',
    'record_tally',
    exempt,
    meeting(3),
    { ...recorded, score: { sum: 24_750, count: 3 } },
  ],
  ['where nobody of it defended they have none', 'record_tally', exempt, meeting(0), { ...recorded, score: null }],
  [
    'a decision of another committee stays with who recorded it',
    'record_entrusted_result',
    {},
    { passed: true, decidedOn: '2024-08-20', decision: {} },
    { entrustedResult: { passed: true, decidedOn: '2024-08-20', recordedBy: 'office-1' } },
  ],
  [
    'an extension waits for another person',
    'extend',
    {},
    { deadline: 'filing_cutoff', due: 5 },
    { pendingExtension: { deadline: 'filing_cutoff', due: 5, requestedBy: 'office-1' } },
  ],
  ['an approved one waits no more', 'approve_extension', {}, {}, { pendingExtension: null }],
  [
    'an objection is open, in the unit',
    'raise_objection',
    { objections: [objection('a', 'upheld')] },
    { objectionId: 'b' },
    { objections: [objection('a', 'upheld'), { id: 'b', stage: 'unit_publicity', raisedAt: at, outcome: null }] },
  ],
  [
    'or in the public notice, once there is one',
    'raise_objection',
    { noticeFrom: '2024-08-21' },
    { objectionId: 'b' },
    { objections: [{ id: 'b', stage: 'public_notice', raisedAt: at, outcome: null }] },
  ],
  [
    'an objection that is resolved is that one alone',
    'resolve_objection',
    { objections: [objection('a'), objection('b')] },
    { objectionId: 'b', outcome: 'dismissed' },
    { objections: [objection('a'), objection('b', 'dismissed')] },
  ],
  [
    'a correction through the unit has met its deadline',
    'resubmit',
    { publishedHash: 'p', deadlines: correcting },
    { dossierHash: 'c', publishableHash: 'p' },
    { dossierHash: 'c', publishableHash: 'p', correctionMet: correcting.correction_due ?? null },
    viaUnit,
  ],
  [
    'one whose deadline does not run has met none',
    'resubmit',
    { publishedHash: 'p', deadlines: {} },
    { dossierHash: 'c', publishableHash: 'p' },
    { dossierHash: 'c', publishableHash: 'p', correctionMet: null },
    viaUnit,
  ],
  [
    'a pause waits for another person',
    'toll',
    {},
    { until: '2024-08-30' },
    { pendingPause: { until: '2024-08-30', requestedBy: 'office-1' } },
  ],
  [
    'an approved one runs until its planned end',
    'approve_toll',
    { pendingPause: { until: '2024-08-30', requestedBy: 'office-2' } },
    {},
    { tolledSince: at, pausedUntil: '2024-08-30', pendingPause: null },
  ],
  [
    'a pause that has ended is kept beside those before it',
    'untoll',
    { tolledSince: 7, pausedUntil: '2024-08-30', pauses: [{ from: 1, to: 2 }] },
    {},
    {
      tolledSince: null,
      pausedUntil: null,
      pauses: [
        { from: 1, to: 2 },
        { from: 7, to: at },
      ],
    },
  ],
  [
    'none has ended where none ran',
    'untoll',
    { pauses: [{ from: 1, to: 2 }] },
    {},
    { tolledSince: null, pausedUntil: null, pauses: [{ from: 1, to: 2 }] },
  ],
  ['an amendment that promises nothing changes nothing', 'amend_policy', {}, { version: 2 }, {}],
])('%s (%s)', (_what, event, facts, data, changes, policy) => {
  expect(effect(event, facts, data, policy)).toEqual({ ...instants(event), ...changes });
});

test('Every instant is set by its events, and by no other', () => {
  for (const event of events) {
    const changes = { ...effect(event, {}, { sheets: [], specialty: {}, tally, minutes: { kind: 'taken_over' } }) };
    for (const name of instantNames) {
      const sets = (instantsSetBy[name] as readonly EventName[]).includes(event);
      expect([event, name, changes[name]]).toEqual([event, name, sets ? at : undefined]);
    }
  }
});
