import { isFinal, statuses } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { type AppliedBefore, appliedBeforeRefusal, submissionsBefore } from '../../../rules/candidate/appliedBefore.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const refused = (...earlier: readonly AppliedBefore[]) => appliedBeforeRefusal(earlier, aksu2024)?.code ?? null;

test('whoever withdrew before the first arrival at the committee, or was not recommended, applies again', () => {
  expect(refused()).toBeNull();
  expect(refused({ status: 'withdrawn', submissions: 0 }, { status: 'not_recommended', submissions: 0 })).toBeNull();
  expect(refused({ status: 'lapsed', submissions: 0 })).toBeNull();
});

test('after the committee has decided, or a deadline after the arrival has passed, nobody applies again', () => {
  for (const status of ['not_accepted', 'not_passed', 'conferred', 'disqualified', 'lapsed'] as const) {
    expect(refused({ status, submissions: 1 })).toBe('already_final');
  }
});

test('submissions are counted over all drafts, and a third return is the last', () => {
  expect(refused({ status: 'withdrawn', submissions: 2 })).toBeNull();
  expect(
    submissionsBefore([
      { status: 'withdrawn', submissions: 1 },
      { status: 'withdrawn', submissions: 2 },
    ]),
  ).toBe(2);
  expect(refused({ status: 'withdrawn', submissions: 3 })).toBe('submissions_used_up');
  const { level, track, specialty, employerKind } = draft().profile;
  const profile = { level, track, specialty, employerKind, defenseExempt: false };
  const anew = openDraft({ ...draft(), profile, submissions: 2 }, aksu2024, calendar2024);
  const third = [...stories.committee_audit, 'return_for_correction'] as const;
  expect(() => runStory(anew, third, aksu2024, calendar2024)).toThrow('submissions_used_up');
});

test('every end of an application is one of them', () => {
  for (const status of statuses.filter(isFinal)) {
    expect(refused({ status, submissions: 1 }) === null).toBe(['withdrawn', 'not_recommended'].includes(status));
  }
});
