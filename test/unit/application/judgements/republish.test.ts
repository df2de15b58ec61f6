import { properAct } from '../../../../prover/properAct.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { EventName } from '../../../../rules/application/lifecycle.js';
import { judge, nextDue } from '../../../../rules/application/timers.js';
import {
  addDays,
  endOfDay,
  hour,
  type Instant,
  isoInBeijing,
  localDateOf,
} from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { runStory, type StoryResult, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const played = (story: readonly StoryStep[], policy: Policy = aksu2024) =>
  runStory(draft(), story, policy, calendar2024);

function decided({ facts }: StoryResult, event: EventName, at: Instant, data: object = {}, policy: Policy = aksu2024) {
  return judge(facts, properAct(facts, event, policy, at, { data }), policy, calendar2024, at);
}

function following(played: StoryResult, event: EventName, at: Instant, data: object = {}): StoryResult {
  const outcome = decided(played, event, at, data);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return { ...played, facts: evolve(played.facts, outcome), at };
}

const changed = { publishableHash: 'c'.repeat(64) };

describe('A correction that changes what Annex 1 published', () => {
  const returned = played(stories.correction);
  const handedIn = following(returned, 'resubmit', returned.at + hour, changed);

  test('waits at the unit, which posts it again for a full period; the committee gets it after that', () => {
    expect(handedIn.facts).toMatchObject({ status: 'correction_review', submissions: 1 });
    expect(decided(handedIn, 'forward_correction', handedIn.at + hour)).toMatchObject({ code: 'publicity_not_valid' });
    const posted = following(handedIn, 'post_publicity', Date.parse('2024-08-12T10:00:00+08:00'));
    expect(posted.facts.status).toBe('correction_publicity');
    // Five working days after Monday 08-12.
    expect(isoInBeijing(posted.facts.deadlines.publicity_period?.due ?? 0)).toBe('2024-08-20T00:00:00.000+08:00');
    const due = nextDue(posted.facts, aksu2024, calendar2024) ?? 0;
    const audited = decided(posted, 'accept', due + hour);
    expect(audited).toMatchObject({ from: 'committee_audit' });
  });

  test('counts as one submission when it arrives, and its publicity serves from then on', () => {
    const { facts } = played([...stories.correction_publicity, 'wait']);
    expect(facts).toMatchObject({ status: 'committee_audit', submissions: 2, publishedHash: changed.publishableHash });
  });

  test('never lapses while it is published, past the filing cutoff too', () => {
    const late = following(handedIn, 'post_publicity', Date.parse('2024-09-05T10:00:00+08:00'));
    expect(Object.keys(late.facts.deadlines)).toEqual(['publicity_period']);
  });

  test('may be objected to: an objection that is upheld ends it, one that is dismissed does not', () => {
    const { facts, at } = played([...stories.correction_publicity, 'raise_objection']);
    const end = (outcome: string) => {
      const act = properAct(facts, 'resolve_objection', aksu2024, at + hour, { data: { outcome } as object });
      return decide(facts, act, aksu2024, calendar2024, at + hour);
    };
    expect(end('upheld')).toMatchObject({ to: 'not_recommended' });
    expect(end('dismissed')).toMatchObject({ to: 'correction_publicity' });
  });

  test('goes straight to the committee where the policy says so, or where nothing published changed', () => {
    const lenient = { ...aksu2024, correctionRepublish: byDefault(false, '通知 四（三）') };
    expect(decided(returned, 'resubmit', returned.at + hour, changed, lenient)).toMatchObject({
      to: 'committee_audit',
    });
    expect(decided(returned, 'resubmit', returned.at + hour)).toMatchObject({ to: 'committee_audit' });
    const withoutPublicity = {
      ...aksu2024,
      stages: { ...aksu2024.stages, unitPublicity: byDefault(false, '通知 四（二）') },
    };
    expect(decided(returned, 'resubmit', returned.at + hour, changed, withoutPublicity)).toMatchObject({
      to: 'committee_audit',
    });
  });
});

describe('A posting with a clerical error', () => {
  const posted = played(stories.unit_publicity);
  const until = endOfDay(addDays(localDateOf(posted.at), aksu2024.publicityRetractionDays.value));

  test('is taken back within the time of the policy, with a reason, and posted anew with a full period', () => {
    expect(decided(posted, 'retract_publicity', until)).toMatchObject({ code: 'event_not_allowed' });
    const back = following(posted, 'retract_publicity', until - 1);
    expect(back.facts.status).toBe('unit_review');
    expect(back.facts.deadlines.publicity_period).toBeUndefined();
    const anew = following(back, 'post_publicity', until + hour);
    expect(anew.facts.deadlines.publicity_period?.countedFrom).toBe(localDateOf(until + hour));
    const silent = { ...properAct(posted.facts, 'retract_publicity', aksu2024, posted.at + hour), freeTextHash: null };
    expect(judge(posted.facts, silent, aksu2024, calendar2024, silent.receivedAt)).toMatchObject({
      code: 'free_text_missing',
    });
  });

  test('is not taken back while an objection is open, nor where the policy gives no time', () => {
    const objected = played([...stories.unit_publicity, 'raise_objection']);
    expect(decided(objected, 'retract_publicity', objected.at + hour)).toMatchObject({ code: 'objection_open' });
    const never = { ...aksu2024, publicityRetractionDays: byDefault(0, '通知 四（二）') };
    expect(decided(posted, 'retract_publicity', posted.at + hour, {}, never)).toMatchObject({
      code: 'event_not_allowed',
    });
  });

  test('of a correction goes back to the unit, which posts it again', () => {
    const again = played(stories.correction_publicity);
    expect(decided(again, 'retract_publicity', again.at + hour)).toMatchObject({ to: 'correction_review' });
  });
});
