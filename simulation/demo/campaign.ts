import type { Campaign } from '../../records/campaign/campaigns.js';
import { campaignCalendar } from '../../rules/calendar/campaignCalendar.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { trackOf } from '../../rules/campaign/codes.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import { byDefault } from '../../rules/policy/campaigns/ruled.js';
import { movedAround } from '../../rules/policy/campaigns/shift.js';
import type { Policy } from '../../rules/policy/policy.js';

const prefix = 'demo-';

const example = (value: string) => ({ ...byDefault(value, '示例：通知未写明，由办事机构填写'), confirmed: true });
/** Where the fee goes in the demo: the notice names the payee alone. */
const exampleAccount = {
  bank: example('示例银行阿克苏分行（示例，请勿汇款）'),
  account: example('0000 0000 0000 0000（示例）'),
};

/** The track of the first rules whose review another prefecture carries out. */
const entrusting = trackOf({
  code: 'entrusted',
  zh: '委托评审',
  en: 'Entrusted review',
  clause: '地区试行：委托评审',
  omits: ['defense', 'meeting'],
  entrusted: true,
});

/** Whether a campaign is a demo campaign. */
export function isDemo({ id }: Pick<Campaign, 'id'>): boolean {
  return id.startsWith(prefix);
}

/** The id of a demo created on `today`; `other` distinguishes several on the same day. */
export function newDemoId(today: LocalDate, other: string): string {
  return `${prefix}${today.replaceAll('-', '')}-${other}`;
}

/**
 * The first version of the demo's policy, in which corrections go through the unit, the defense is paid for by itself,
 * and one more track entrusts the review to another committee.
 * Some samples are still judged by it.
 */
export function firstRules(policy: Policy): Policy {
  const correctionViaUnit = { ...byDefault(true, '地区试行：补正材料经用人单位复核'), confirmed: true };
  const ofDefense = { fees: { deputy_senior: 20_000 }, window: null, workingDays: 5 };
  const defenseFee = { ...byDefault(ofDefense, '地区试行：答辩费在答辩前另行缴纳'), confirmed: true };
  const codes = { ...policy.codes, tracks: [...policy.codes.tracks, entrusting] };
  return { ...policy, version: policy.version - 1, correctionViaUnit, defenseFee, codes };
}

/**
 * The demo campaign around `today`: the rules of 2024 with every value confirmed, on the calendar of the years it
 * touches.
 */
export function demoCampaign(today: LocalDate, id: string): Campaign {
  const moved = movedAround(confirmed(aksu2024), today, id);
  const policy = { ...moved, version: aksu2024.version + 1, contact: { ...moved.contact, ...exampleAccount } };
  return { id, title: policy.title, policy, calendar: campaignCalendar(policy), state: 'preparing' };
}
