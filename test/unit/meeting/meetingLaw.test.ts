import { type Role, roles } from '../../../rules/application/lifecycle.js';
import {
  aheadStates,
  decideMeeting,
  knowsCounts,
  knowsPapers,
  type MeetingCircumstances,
  meetingEvents,
  meetingRows,
  meetingStates,
  sealedStates,
} from '../../../rules/meeting/meetingLaw.js';
import {
  decideMotion,
  isCounted,
  type MotionCircumstances,
  motionAfter,
  motionEvents,
  motionParts,
  motionRows,
  motionStates,
  underWayStates,
} from '../../../rules/meeting/motionLaw.js';

const wellMet: MeetingCircumstances = {
  quorum: true,
  fewest: 2,
  present: 3,
  motionOpen: false,
  minutesAsSeen: true,
  secondFactor: true,
  freeText: true,
};
const mayVote: MotionCircumstances = {
  sitting: true,
  otherOpen: false,
  inReview: true,
  quorum: true,
  papersGiven: 3,
  freeText: true,
  leader: 'chair',
  recusedSelf: false,
  namedIsAble: true,
};
const nobodyLeads = { ...mayVote, leader: null };
const code = (outcome: object) => ('code' in outcome ? outcome.code : 'done');

describe('The law of the meeting', () => {
  test.each(meetingStates)('in %s only its own rows are possible, each by its own people', (state) => {
    const rows = new Map(meetingRows(state));
    for (const event of meetingEvents) {
      for (const role of [...roles, 'deputy'] as const) {
        const row = rows.get(event);
        const expected = !row ? 'event_not_allowed' : row.allowedRoles.includes(role) ? 'done' : 'role_not_allowed';
        expect([event, role, code(decideMeeting(state, event, [role], wellMet))]).toEqual([event, role, expected]);
      }
    }
  });

  test.each([
    ['convened', 'open_session', { quorum: false }, 'quorum_not_met'],
    ['adjourned', 'resume', { quorum: false }, 'quorum_not_met'],
    ['in_session', 'adjourn', { motionOpen: true }, 'motion_open'],
    ['in_session', 'close_session', { motionOpen: true }, 'motion_open'],
    ['announced', 'sign', { minutesAsSeen: false }, 'stale_page'],
    ['announced', 'sign', { secondFactor: false }, 'second_factor_failed'],
    ['signed', 'correct', { freeText: false }, 'free_text_missing'],
    ['signed', 'correct', { secondFactor: false }, 'second_factor_failed'],
  ] as const)('in %s %s is refused with %j: %s', (state, event, wrong, expected) => {
    expect(code(decideMeeting(state, event, ['chair'], { ...wellMet, ...wrong }))).toBe(expected);
  });

  test('the office moves a meeting or calls it off while it is ahead, with a reason, and arranges one that is off anew', () => {
    expect(aheadStates).toEqual(['convened']);
    for (const [state, event] of [
      ['convened', 'move'],
      ['convened', 'call_off'],
      ['called_off', 'move'],
    ] as const)
      expect(code(decideMeeting(state, event, ['office'], { ...wellMet, freeText: false }))).toBe('free_text_missing');
    expect(decideMeeting('convened', 'call_off', ['office'], wellMet)).toEqual({ next: 'called_off' });
    expect(decideMeeting('called_off', 'move', ['office'], wellMet)).toEqual({ next: 'convened' });
  });

  test('what has not been asked for yet refuses no button', () => {
    const notRequested = { minutesAsSeen: null, secondFactor: null, freeText: null };
    expect(decideMeeting('announced', 'sign', ['chair'], { ...wellMet, ...notRequested })).toEqual({ next: 'signed' });
    expect(decideMeeting('signed', 'correct', ['chair'], { ...wellMet, ...notRequested })).toEqual({ next: 'signed' });
  });

  test('who only watches over a meeting knows of counts once it has been told, and of papers once it is signed', () => {
    const known = (knows: typeof knowsCounts, roles: readonly Role[]) =>
      meetingStates.filter((state) => knows(state, roles));
    expect(known(knowsCounts, ['supervisor'])).toEqual(['announced', 'signed']);
    expect(known(knowsPapers, ['supervisor'])).toEqual(['signed']);
    expect(known(knowsCounts, ['supervisor', 'expert'])).toEqual(meetingStates);
    expect(known(knowsPapers, ['office'])).toEqual(meetingStates);
  });

  test('only what is signed is sealed', () => expect(sealedStates).toEqual(['signed']));
});

describe('The law of a motion', () => {
  test.each(motionStates)('in %s only its own rows are possible, each by its own people', (state) => {
    const rows = new Map(motionRows(state));
    for (const event of motionEvents) {
      for (const part of motionParts) {
        const row = rows.get(event);
        const expected = !row ? 'event_not_allowed' : row.allowedRoles.includes(part) ? 'done' : 'role_not_allowed';
        const asked = event === 'name_lead' ? nobodyLeads : mayVote;
        expect([event, part, code(decideMotion(state, event, [part], asked))]).toEqual([event, part, expected]);
      }
    }
  });

  test.each([
    ['waiting', 'open', { sitting: false }, 'not_in_session'],
    ['waiting', 'open', { otherOpen: true }, 'motion_open'],
    ['waiting', 'open', { inReview: false }, 'event_not_allowed'],
    ['waiting', 'open', { quorum: false }, 'quorum_not_met'],
    ['open', 'close', { papersGiven: 0 }, 'event_not_allowed'],
    ['open', 'void', { freeText: false }, 'free_text_missing'],
  ] as const)('in %s %s is refused with %j: %s', (state, event, wrong, expected) => {
    expect(code(decideMotion(state, event, ['lead'], { ...mayVote, ...wrong }))).toBe(expected);
  });

  test.each([
    [{ leader: 'chair' }, 'led_already'],
    [{ namedIsAble: false }, 'role_not_allowed'],
    [{ freeText: false }, 'free_text_missing'],
  ] as const)('the office naming who leads is refused with %j: %s', (wrong, expected) => {
    for (const state of ['waiting', 'open', 'closing'] as const) {
      expect(code(decideMotion(state, 'name_lead', ['office'], { ...nobodyLeads, ...wrong }))).toBe(expected);
      expect(decideMotion(state, 'name_lead', ['office'], nobodyLeads)).toEqual({ next: state });
    }
  });

  test('whoever does not lead a vote is told who does, and who is recused from it that they are', () => {
    const reported = (wrong: Partial<MotionCircumstances>) => {
      const outcome = decideMotion('open', 'close', [], { ...mayVote, ...wrong });
      return 'code' in outcome ? [outcome.code, outcome.message] : [];
    };
    expect(reported({ leader: 'deputy', recusedSelf: true })).toEqual([
      'role_not_allowed',
      '您已回避这份申报，由副主任委员主持。',
    ]);
    expect(reported({ leader: 'chair' })).toEqual(['role_not_allowed', '这项表决由主任委员主持。']);
    expect(reported({ leader: null })[0]).toBe('nobody_leads');
  });

  test('what is counted stays counted, and a void vote stays void', () => {
    for (const state of ['closed', 'void'] as const) expect(motionRows(state)).toEqual([]);
    expect(motionStates.filter(isCounted)).toEqual(['closed']);
    expect(underWayStates).toEqual(['open', 'closing']);
  });

  test('a lost quorum voids a vote until it is counted, and nothing else', () => {
    expect(motionStates.map((state) => motionAfter(state, 'quorum_lost'))).toEqual([null, 'void', 'void', null, null]);
  });
});
