import type { Instant, LocalDate } from '../../../rules/calendar/instant.js';
import { labelOfCode } from '../../../rules/campaign/codes.js';
import type { Minutes } from '../../../rules/meeting/ballot/minutes.js';
import type { Criterion, Policy } from '../../../rules/policy/policy.js';
import { pair } from '../application/input.js';
import type { Block, Paper } from '../paper.js';
import type { SanctionForPaper } from './sanctionPaper.js';

interface Candidate {
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: string;
}

/** A session of the defense, with its panel and the candidates in their order. */
export interface SessionForPaper {
  readonly specialty: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly minutes: number;
  readonly criteria: readonly Criterion[];
  readonly panel: readonly { readonly name: string; readonly leader: boolean }[];
  readonly slots: readonly (Candidate & { readonly ordinal: number; readonly startsAt: Instant })[];
}

/** What is planned before the results: sessions of the defense, meetings, and how many members each committee has by now. */
export interface PlanForPaper {
  readonly sessions: readonly (Pick<SessionForPaper, 'specialty' | 'room' | 'startsAt' | 'endsAt'> & {
    readonly experts: number;
    readonly candidates: number;
  })[];
  readonly meetings: readonly { readonly committee: string; readonly heldOn: LocalDate }[];
  readonly members: Readonly<Record<string, number>>;
}

/** What the papers of a campaign are made of; what a paper is not about is empty or null. */
export interface CampaignPaperInput {
  readonly campaignId: string;
  readonly title: string;
  readonly policy: Policy;
  readonly onNotice: readonly (Candidate & {
    readonly specialty: string;
    readonly from: LocalDate;
    readonly until: Instant | null;
  })[];
  readonly counts: readonly {
    readonly specialty: string;
    readonly level: string;
    readonly filed: number;
    readonly accepted: number;
    readonly judged: number;
    readonly passed: number;
  }[];
  /** Meetings with signed minutes, the earliest first. */
  readonly meetings: readonly { readonly committeeName: string; readonly heldOn: LocalDate }[];
  /** Titles in force; sex, month of birth and ID number of the form, as their reader may see them, empty where they are not there. */
  readonly titles: readonly {
    readonly name: string;
    readonly gender: string;
    readonly birth: string;
    readonly idNumber: string;
    readonly unitName: string;
    readonly specialty: string;
    readonly level: string;
    readonly track: string;
    readonly number: string;
    readonly conferredOn: LocalDate;
  }[];
  readonly minutes: {
    readonly text: Minutes;
    readonly hash: string;
    readonly signer: string;
    readonly signedAt: Instant;
    readonly corrections: readonly string[];
  } | null;
  readonly session: SessionForPaper | null;
  readonly sanction: SanctionForPaper | null;
  readonly plan: PlanForPaper;
}

/** A paper of a campaign. `on` is the day that it speaks of. */
export function campaignPaper(
  { campaignId, policy }: Pick<CampaignPaperInput, 'campaignId' | 'policy'>,
  paper: { readonly title: string; readonly on: LocalDate; readonly blocks: readonly Block[] },
): Paper {
  const [year = 0, month = 0, day = 0] = paper.on.split('-').map(Number);
  return {
    title: paper.title,
    issuer: policy.committee,
    reference: campaignId,
    date: { year, month, day },
    watermark: null,
    blocks: paper.blocks,
  };
}

/** What a specialty and a level are called in the notice. */
export function namesOf({ policy }: Pick<CampaignPaperInput, 'policy'>, code: { specialty: string; level: string }) {
  const found = policy.specialties.find((one) => one.code === code.specialty);
  return {
    specialty: found?.name ?? code.specialty,
    level: labelOfCode(policy.codes.levels, code.level).zh,
  };
}

/** A table by names and shares of its columns. */
export const table = (
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): Block => ({ kind: 'list', columns: columns.map(([label, width]) => ({ label, width })), rows });

/** Rows of two pairs. */
export const pairs = (...rows: (readonly (readonly [string, string])[])[]): Block => ({
  kind: 'pairs',
  photo: null,
  rows: rows.map((row) => row.map(([label, value]) => pair(label, value))),
});
