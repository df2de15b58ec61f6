import { calendarFiles } from '../../../documents/mail/calendarFile.js';
import { evolve } from '../../../rules/application/evolve.js';
import { findLaw } from '../../../rules/application/lifecycle.js';
import { endOfDay, instantOf } from '../../../rules/calendar/instant.js';
import {
  type CalendarEntry,
  calendarEntriesAfter,
  notificationEntries,
  sessionEntries,
} from '../../../rules/notifications/calendarEntries.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { visitEntry } from '../../../rules/originals/visitEntry.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const courses: readonly (readonly StoryStep[])[] = [
  ...Object.values(stories),
  ['submit', 'return_to_applicant'],
  ['submit', 'post_publicity', 'wait', 'recommend', 'return_to_unit'],
  [...stories.correction, 'resubmit'],
  [...stories.correction, 'toll', 'approve_toll', 'untoll'],
  [...stories.defense, 'schedule_defense', 'mark_absent'],
  [...stories.defense, 'schedule_defense', 'call_off_defense', 'schedule_defense'],
  [...stories.defense, 'schedule_defense', 'withdraw'],
];

test.each(courses.map((story) => [story.length, story] as const))(
  'who takes in every file has the dates that count in their calendar, and no other (%# of %s steps)',
  (_, story) => {
    const { transitions } = runStory(draft(), story, aksu2024, calendar2024);
    let facts = draft();
    const calendar = new Map<string, CalendarEntry>();
    for (const transition of transitions) {
      const { deadlines: previous, defenseAt: defenseBefore } = facts;
      facts = evolve(facts, transition);
      const { applicationId, seq, status, profile, deadlines, tolledSince, defenseAt, acceptedAt } = facts;
      const { at } = transition;
      const entries = calendarEntriesAfter({
        ...{ applicationId, seq, at, status, profile, deadlines, previous, defenseBefore, defenseAt, place: null },
        policy: aksu2024,
        audited: acceptedAt !== null,
        paused: tolledSince !== null,
      });
      const read = letterRequestsOf(transition, 'unit', previous).some(({ to }) => to === 'applicant');
      if (read) {
        for (const entry of entries) {
          const known = calendar.get(entry.uid);
          if (known) expect(entry.sequence).toBeGreaterThan(known.sequence);
          if (entry.cancelled) calendar.delete(entry.uid);
          else calendar.set(entry.uid, entry);
        }
      }
      const instants = [...calendar.values()].map(({ uid, from, to }) => (uid.startsWith('defense.') ? from : to));
      const running = tolledSince === null ? Object.values(deadlines).filter(({ due }) => due > at) : [];
      const defense = findLaw(status, 'score_defense') && defenseAt !== null && defenseAt > at ? [defenseAt] : [];
      expect(instants.filter((instant) => instant > at).toSorted()).toEqual(
        [...running.map((deadline) => deadline.due), ...defense].toSorted(),
      );
    }
  },
);

const at = instantOf('2024-09-01T10:00');
const owner = {
  reference: '2024-AKSU-00417-5',
  sender: '某"委员会"; BEGIN:VEVENT\r\nX:1',
  link: 'https://portal.example.cn/applications/1',
  language: 'zh',
} as const;
const due = endOfDay('2024-09-03');
const entry: CalendarEntry = {
  ...{ uid: 'correction_due.a', sequence: 3, label: { zh: '补正截止', en: 'Correction due' } },
  ...{ from: due - 1_800_000, to: due, place: '二楼\r\nEND:VEVENT，201;会议室', cancelled: false },
};

test('a file is one calendar in Beijing time, the same for the same letter, and a text starts no line of it', () => {
  const files = calendarFiles([entry, { ...entry, uid: 'gone', cancelled: true }], owner, at);
  expect(files.map(({ method }) => method)).toEqual(['PUBLISH', 'CANCEL']);
  expect(calendarFiles([entry, { ...entry, uid: 'gone', cancelled: true }], owner, at)).toEqual(files);
  for (const { method, content } of files) {
    const lines = content.split('\r\n');
    expect(lines.join('\n')).not.toMatch(/\r/);
    for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z-]*[;:]|\t|$)/);
    for (const name of ['BEGIN:VEVENT', 'END:VEVENT', `METHOD:${method}`, 'SEQUENCE:3']) {
      expect(lines.filter((line) => line === name)).toEqual([name]);
    }
    expect(content).toContain('DTSTART;TZID=Asia/Shanghai:20240903T233000\r\n');
    expect(content).toContain('TZOFFSETTO:+0800');
    expect(lines.includes('STATUS:CANCELLED')).toBe(method === 'CANCEL');
    expect(lines.some((line) => line.startsWith('X:'))).toBe(false);
  }
  expect(calendarFiles([], owner, at)).toEqual([]);
});

test('a session that moves keeps its entry, and one that is off is taken out', () => {
  const was = { at, room: '一楼' };
  const now = { at: at + 86_400_000, room: '二楼' };
  const common = { at, sessionId: 's' };
  const [first] = sessionEntries({ ...common, revision: 1, announced: { ...was, candidates: 3 } });
  const [then] = sessionEntries({ ...common, revision: 2, session: { was, now, reason: '' } });
  const [off] = sessionEntries({ ...common, revision: 3, session: { was: now, now: null, reason: '' } });
  expect([first, then, off].map((one) => [one?.uid, one?.sequence, one?.place, one?.cancelled])).toEqual([
    ['session.s', 1, '一楼', false],
    ['session.s', 2, '二楼', false],
    ['session.s', 3, '二楼', true],
  ]);
  // Letters written before sessions were named in them have no entry.
  expect(sessionEntries({ at, announced: { ...was, candidates: 3 } })).toEqual([]);
});

test('a meeting and a visit to the counter keep their entries likewise', () => {
  const [was, now] = [
    { at, room: '一楼' },
    { at: at + 86_400_000, room: '二楼' },
  ];
  const change = { id: 'm', reason: null };
  const read = [
    { at, meeting: { ...change, revision: 1, was: null, now: was } },
    { at, meeting: { ...change, revision: 2, was, now } },
    { at, meeting: { ...change, revision: 3, was: now, now: null } },
  ].flatMap(notificationEntries);
  expect(read.map((one) => [one.uid, one.sequence, one.place, one.cancelled])).toEqual([
    ['meeting.m', 1, '一楼', false],
    ['meeting.m', 2, '二楼', false],
    ['meeting.m', 3, '二楼', true],
  ]);
  const visit = { startsAt: at + 3_600_000, endsAt: at + 5_400_000 };
  const booked = visitEntry('a', visit, at - 1000);
  const [gone] = notificationEntries({ at, applicationId: 'a', visit });
  expect([gone?.uid, gone?.cancelled]).toEqual([booked.uid, true]);
  expect(gone?.sequence).toBeGreaterThan(booked.sequence);
});
