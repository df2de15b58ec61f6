import { roles } from '../../rules/lifecycle.js';
import {
  decideMeeting,
  type MeetingCircumstances,
  meetingEvents,
  meetingRows,
  meetingStates,
  sealedStates,
} from '../../rules/meeting/meetingLaw.js';
import {
  decideMotion,
  isCounted,
  type MotionCircumstances,
  motionAfter,
  motionEvents,
  motionRows,
  motionStates,
  underWayStates,
} from '../../rules/meeting/motionLaw.js';

const wellMet: MeetingCircumstances = {
  ...{ quorum: true, fewest: 2, present: 3, motionOpen: false, minutesAsSeen: true, secondFactor: true, words: true },
};
const mayVote: MotionCircumstances = {
  ...{ sitting: true, otherOpen: false, inReview: true, quorum: true, papersGiven: 3, words: true },
};
const code = (outcome: object) => ('code' in outcome ? outcome.code : 'done');

describe('The law of the meeting', () => {
  test.each(meetingStates)('in %s only its own rows are possible, each by its own people', (state) => {
    const rows = new Map(meetingRows(state));
    for (const event of meetingEvents) {
      for (const role of roles) {
        const row = rows.get(event);
        const expected = !row ? 'event_not_allowed' : row.who.includes(role) ? 'done' : 'role_not_allowed';
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
    ['signed', 'correct', { words: false }, 'words_missing'],
    ['signed', 'correct', { secondFactor: false }, 'second_factor_failed'],
  ] as const)('in %s %s is refused with %j: %s', (state, event, wrong, expected) => {
    expect(code(decideMeeting(state, event, ['chair'], { ...wellMet, ...wrong }))).toBe(expected);
  });

  test('what has not been asked for yet refuses no button', () => {
    const notAsked = { minutesAsSeen: null, secondFactor: null, words: null };
    expect(decideMeeting('announced', 'sign', ['chair'], { ...wellMet, ...notAsked })).toEqual({ next: 'signed' });
    expect(decideMeeting('signed', 'correct', ['chair'], { ...wellMet, ...notAsked })).toEqual({ next: 'signed' });
  });

  test('only what is signed is sealed', () => expect(sealedStates).toEqual(['signed']));
});

describe('The law of a motion', () => {
  test.each(motionStates)('in %s only its own rows are possible, each by its own people', (state) => {
    const rows = new Map(motionRows(state));
    for (const event of motionEvents) {
      for (const role of roles) {
        const row = rows.get(event);
        const expected = !row ? 'event_not_allowed' : row.who.includes(role) ? 'done' : 'role_not_allowed';
        expect([event, role, code(decideMotion(state, event, [role], mayVote))]).toEqual([event, role, expected]);
      }
    }
  });

  test.each([
    ['waiting', 'open', { sitting: false }, 'not_in_session'],
    ['waiting', 'open', { otherOpen: true }, 'motion_open'],
    ['waiting', 'open', { inReview: false }, 'event_not_allowed'],
    ['waiting', 'open', { quorum: false }, 'quorum_not_met'],
    ['open', 'close', { papersGiven: 0 }, 'event_not_allowed'],
    ['open', 'void', { words: false }, 'words_missing'],
  ] as const)('in %s %s is refused with %j: %s', (state, event, wrong, expected) => {
    expect(code(decideMotion(state, event, ['chair'], { ...mayVote, ...wrong }))).toBe(expected);
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
