import type { BilingualText } from '../bilingualText.js';
import type { LocalDate, LocalDateTime } from '../calendar/instant.js';
import type { Region } from '../calendar/overlays/regions.js';
import type { CampaignCodes, Level, Track } from '../campaign/codes.js';
import type { ValuesOf } from './policyFields.js';
import type { policyTable } from './policyTable.js';

/** Where a value comes from. */
export const sources = ['notice', 'national_rule', 'default'] as const;
type Source = (typeof sources)[number];
export const sourceLabels: Readonly<Record<Source, BilingualText>> = {
  notice: { zh: '通知', en: 'notice' },
  national_rule: { zh: '国家规定', en: 'national rule' },
  default: { zh: '默认', en: 'default' },
};

/** A policy value with the clause it comes from and whether the office has confirmed it. */
export interface Ruled<T> {
  readonly value: T;
  /** Where it comes from, as people cite it: `通知 三（一）`, `人社部令第40号 第十七条`. */
  readonly clause: string;
  readonly source: Source;
  readonly confirmed: boolean;
}

/** A half-open window `[opens, due)` in Beijing time. */
export interface PolicyWindow {
  readonly opens: LocalDateTime;
  readonly due: LocalDateTime;
}

/** The windows of the committee's work that may differ by level and committee. */
export const windowNames = ['audit', 'payment', 'materials'] as const;
export type WindowName = (typeof windowNames)[number];
/** Windows of some committee or level in place of the campaign's; one that is absent is the campaign's. */
export type OwnWindows = { readonly [Name in WindowName]?: PolicyWindow | undefined };

/** The windows of one level. */
export interface LevelWindows extends OwnWindows {
  readonly level: Level;
}

/** How the days of a period are counted. */
export const dayCounts = ['calendar', 'working'] as const;

export interface Period {
  readonly days: number;
  readonly count: (typeof dayCounts)[number];
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Specialty {
  readonly code: string;
  readonly name: string;
  readonly series: string;
}

/** An examination whose result candidates hand in. */
export interface Examination {
  readonly name: string;
  /** How long a result is valid. */
  readonly years: number;
  /** Who has to have passed it; null: everybody. */
  readonly tracks: readonly Track[] | null;
  readonly levels: readonly Level[] | null;
}

/** What a candidate pays for the defense, apart from the review, when they come to it. */
export interface DefenseFee {
  /** In fen (分), by level; a level that is not named, or with 0, pays none. */
  readonly fees: Readonly<Record<Level, number>>;
  /** When it is paid; null: from the moment the candidate comes to the defense. */
  readonly window: PolicyWindow | null;
  /** It is never due earlier than this many working days after the candidate has come to the defense. */
  readonly workingDays: number;
}

/** What a committee is formed for. */
export const committeeKinds = ['series', 'specialty'] as const;
export type CommitteeKind = (typeof committeeKinds)[number];
export const committeeKindLabels: Readonly<Record<CommitteeKind, BilingualText>> = {
  series: { zh: '系列', en: 'A series' },
  specialty: { zh: '专业', en: 'A specialty' },
};

/** One of a campaign's committees: for a whole series or for single specialties, with fees and windows of its own when the notice says so. */
export interface CommitteeLaw {
  readonly code: string;
  readonly name: string;
  readonly kind: CommitteeKind;
  /** Codes of the specialties it judges. */
  readonly specialties: readonly string[];
  /** In fen (分), by level; absent: the campaign's. */
  readonly fees?: Readonly<Record<Level, number>> | undefined;
  /** Absent: the campaign's. */
  readonly windows?: OwnWindows | undefined;
}

/** A criterion of a defense; weights in percent. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
}

/** The parts of a policy that are not values with a clause. */
interface PolicyHead {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly committee: string;
  readonly year: number;
  readonly announcedOn: LocalDate;
  /** Whose festivals its calendar has. */
  readonly region: Region;
  readonly specialties: readonly Specialty[];
  readonly codes: CampaignCodes;
}

/**
 * Every number and switch of one campaign, as `policyTable` lists them. Another prefecture's notice is another value of
 * this type and nothing else.
 */
export interface Policy extends PolicyHead, ValuesOf<typeof policyTable> {}

/** A policy whose notice sets every window of the campaign. */
export type WindowedPolicy = Policy & { readonly [Name in WindowName]: Ruled<PolicyWindow> };

export type CommitteeRules = Policy['reviewCommittee'];
