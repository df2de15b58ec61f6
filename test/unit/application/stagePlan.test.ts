import type { EventName, Status } from '../../../rules/application/lifecycle.js';
import { trackOf } from '../../../rules/campaign/codes.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, type StoryStep } from '../../../simulation/story/story.js';
import { calendar2024, deputySenior, draft } from '../../support/facts.js';

const switches = [
  'unitPublicity',
  'payment',
  'materials',
  'paymentBeforeAudit',
  'materialsBeforeAudit',
  'defense',
  'publicNotice',
] as const;
type Switches = Readonly<Record<(typeof switches)[number], boolean>>;
const combinations: readonly Switches[] = Array.from(
  { length: 2 ** switches.length },
  (_, bits) => Object.fromEntries(switches.map((name, index) => [name, ((bits >> index) & 1) === 1])) as Switches,
);

const assessed = trackOf({
  code: 'assessed',
  zh: '初次确定',
  en: 'First determination',
  clause: '通知 一',
  omits: ['defense', 'meeting'],
});

function policyWith(on: Switches): Policy {
  const stages = Object.fromEntries(
    switches.map((name) => [name, { ...aksu2024.stages[name], value: on[name] }]),
  ) as Policy['stages'];
  return { ...aksu2024, stages, codes: { ...aksu2024.codes, tracks: [...aksu2024.codes.tracks, assessed] } };
}

/** The way the switches describe, said without the law: each stage with the acts that end it. */
function expected(on: Switches, meets: boolean): readonly (readonly [Status, readonly StoryStep[]])[] {
  const obligation = (before: boolean): readonly EventName[] => [
    ...(on.payment && on.paymentBeforeAudit === before ? (['confirm_payment'] as const) : []),
    ...(on.materials && on.materialsBeforeAudit === before ? (['receive_materials'] as const) : []),
  ];
  const obligations = (before: boolean) => {
    const acts = obligation(before);
    return acts.length > 0 ? ([['payment', acts]] as const) : [];
  };
  return [
    ['draft', ['submit']],
    ['unit_review', ['post_publicity']],
    ...(on.unitPublicity ? ([['unit_publicity', ['wait']]] as const) : []),
    ['recommendation', ['recommend']],
    ['superior_review', ['forward']],
    ...obligations(true),
    ['committee_audit', ['accept']],
    ...obligations(false),
    ...(on.defense && meets ? ([['defense', ['schedule_defense', 'score_defense']]] as const) : []),
    ...(meets ? ([['review', ['record_tally']]] as const) : []),
    ...(on.publicNotice ? ([['public_notice', ['wait']]] as const) : []),
    ['conferred', []],
  ];
}

test.each(['regular', 'assessed'])(
  'on the track %s every choice of stages and their order leads to conferral, stage by stage as chosen',
  (track) => {
    for (const on of combinations) {
      const way = expected(on, track === 'regular');
      const opening = draft({ profile: { ...deputySenior, track } });
      const story = way.flatMap(([, acts]) => acts);
      const { facts, transitions } = runStory(opening, story, policyWith(on), calendar2024);
      const visited = transitions.flatMap(({ from, to }) => (from === to ? [] : [to]));
      expect(['draft', ...visited]).toEqual(way.map(([status]) => status));
      expect(facts).toMatchObject({ status: 'conferred', submissions: 1 });
    }
  },
);

test('before the audit what is unpaid lapses, counted from the arrival at the committee, and the audit waits for it', () => {
  const on = { ...(combinations.at(-1) as Switches), materialsBeforeAudit: false };
  const policy = policyWith(on);
  const arrived: readonly StoryStep[] = ['submit', 'post_publicity', 'wait', 'recommend', 'forward'];
  const { facts } = runStory(draft(), arrived, policy, calendar2024);
  expect(facts).toMatchObject({ status: 'payment', submissions: 0, acceptedAt: null });
  expect(() => runStory(draft(), [...arrived, 'receive_materials'], policy, calendar2024)).toThrow('event_not_allowed');
  expect(() => runStory(draft(), [...arrived, 'accept'], policy, calendar2024)).toThrow('event_not_allowed');
  expect(runStory(draft(), [...arrived, 'wait'], policy, calendar2024).facts.status).toBe('lapsed');
});

test('without a meeting the notice begins the day after the audit, and its working days are counted after that day', () => {
  const on = { ...(combinations[0] as Switches), publicNotice: true };
  const accepted: readonly StoryStep[] = [
    'submit',
    'post_publicity',
    'recommend',
    'forward',
    // A Friday.
    { event: 'accept', notBefore: Date.parse('2024-08-16T11:00:00+08:00') },
  ];
  const opening = draft({ profile: { ...deputySenior, track: 'assessed' } });
  const { facts } = runStory(opening, accepted, policyWith(on), calendar2024);
  expect(facts).toMatchObject({ status: 'public_notice', noticeFrom: '2024-08-17', tally: null });
  expect(facts.deadlines.notice_period?.due).toBe(Date.parse('2024-08-24T00:00:00+08:00'));
});
