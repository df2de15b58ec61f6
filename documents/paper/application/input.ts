import type { Facts } from '../../../rules/application/facts.js';
import { type Instant, type LocalDate, localDateOf } from '../../../rules/calendar/instant.js';
import { labelOfCode } from '../../../rules/campaign/codes.js';
import type { FeePart } from '../../../rules/candidate/fees.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { birthDateOf } from '../../../rules/dossier/idNumber.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Block, Labelled, Paper } from '../paper.js';

/** What a certificate says of the title that was conferred. */
interface ConferredPaper {
  readonly number: string;
  readonly conferredOn: LocalDate;
  readonly revokedOn: LocalDate | null;
  readonly revokedBasis: string | null;
}

/** A fee as papers show it. */
interface PaperFee {
  readonly part: FeePart;
  readonly code: string;
  /** In fen. */
  readonly amount: number;
  readonly qr: { readonly svg: string; readonly caption: string };
}

/** What the papers of an application are made of. */
export interface PaperInput {
  /** The short number. */
  readonly number: string;
  /** The policy of the round. */
  readonly policy: Policy;
  readonly facts: Facts;
  /** The form as last submitted, as its reader may see it; as it is being filled in before. */
  readonly dossier: Dossier;
  readonly photo: Uint8Array | null;
  readonly applicantName: string;
  readonly unitName: string;
  readonly chainNames: readonly string[];
  /** When the draft was opened, and when the form was submitted last. */
  readonly openedAt: Instant;
  readonly submittedAt: Instant | null;
  /** What the office wrote of each defect, in its order. */
  readonly defects: readonly string[];
  /** When and why it was refused, in the office's words; null: it was not. */
  readonly refusal: { readonly at: Instant; readonly reason: string } | null;
  /** Where and as the how manieth the candidate is heard at the time they were told; null: not heard in a session here. */
  readonly hearing: { readonly room: string; readonly ordinal: number; readonly minutes: number } | null;
  /** The title conferred; null: none. */
  readonly conferred: ConferredPaper | null;
  /** Each deadline as it runs, or as it ran last. */
  readonly deadlines: Facts['deadlines'];
  /** The fees that have arisen, each with its pay code and the code to be scanned, as SVG. */
  readonly fees: readonly PaperFee[];
}

/** A paper with the head that all of an application share. `on` is the day that it speaks of. */
export function paperOf(
  { number, policy }: PaperInput,
  paper: {
    readonly title: string;
    readonly on: LocalDate;
    readonly watermark?: string;
    readonly blocks: readonly Block[];
  },
): Paper {
  const [year = 0, month = 0, day = 0] = paper.on.split('-').map(Number);
  return {
    title: paper.title,
    issuer: policy.committee,
    reference: number,
    date: { year, month, day },
    watermark: paper.watermark ?? null,
    blocks: paper.blocks,
  };
}

/** The day of an instant, or that on which the draft was opened. */
export const dayOf = (instant: Instant | null, { openedAt }: Pick<PaperInput, 'openedAt'>): LocalDate =>
  localDateOf(instant ?? openedAt);

/** A day as papers write it: 2024年8月20日; nothing for none. */
export function dayInWords(day: LocalDate | undefined | null): string {
  if (!day) return '';
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A month as forms write it: 2007.06. */
export const monthInDigits = (day: LocalDate | undefined | null) => (day ? day.slice(0, 7).replace('-', '.') : '');

/** The title that is applied for: 工程系列机械电子专业副高级. */
export function appliedTitle({ policy, facts }: Pick<PaperInput, 'policy' | 'facts'>) {
  const { level, track, specialty } = facts.profile;
  const found = policy.specialties.find(({ code }) => code === specialty);
  return {
    series: found?.series ?? '',
    specialty: found?.name ?? specialty,
    level: labelOfCode(policy.codes.levels, level).zh,
    track: labelOfCode(policy.codes.tracks, track).zh,
  };
}

/** A label with its value; absent ones stay empty. */
export const pair = (label: string, value: string | number | undefined | null): Labelled => ({
  label,
  value: value === undefined || value === null ? '' : String(value),
});

/** What one of some choices is called. */
export function labelOf(choices: Readonly<Record<string, { readonly zh: string }>>, code: string | undefined): string {
  return code === undefined ? '' : (choices[code]?.zh ?? code);
}

/** The month of birth that an ID number states, as forms write it; nothing where it is masked or not there. */
export function monthOfBirth(idNumber: string | undefined): string {
  return idNumber && /^\d{17}[\dX]$/.test(idNumber) ? monthInDigits(birthDateOf(idNumber)) : '';
}
