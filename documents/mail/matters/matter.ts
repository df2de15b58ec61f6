import type { LocalDate } from '../../../rules/calendar/instant.js';
import type { Profile } from '../../../rules/facts.js';
import type { Role } from '../../../rules/lifecycle.js';
import type { MatterDetail, MatterKind } from '../../../rules/matters.js';
import type { Policy } from '../../../rules/policy/policy.js';

/** Everything a letter about another matter is written from. */
export interface MatterFacts {
  readonly kind: MatterKind;
  readonly to: Role;
  readonly detail: MatterDetail;
  /** The person it is for; null when it is for whoever holds the role. */
  readonly readerName: string | null;
  /** Of the campaign it belongs to; null when it belongs to none. */
  readonly policy: Policy | null;
  /** The application it concerns, if it concerns one. */
  readonly candidate: Candidate | null;
  readonly reexamination: { readonly reason: string | null; readonly newApplicationId: string | null } | null;
  readonly sanction: SanctionFacts | null;
}

export interface Candidate {
  readonly applicantName: string;
  readonly unitName: string;
  readonly profile: Profile;
}

/** A line of the register as far as a letter tells it. */
export interface SanctionFacts {
  readonly subject: 'person' | 'unit';
  /** The person's or the unit's. */
  readonly name: string;
  /** The decision it rests on. */
  readonly basis: string;
  readonly clause: string;
  readonly startsOn: LocalDate;
  /** The last day it stands. */
  readonly expiresOn: LocalDate;
  readonly revokes: boolean;
  readonly restoresTitle: boolean;
  readonly certificateNumber: string | null;
}

/** What one kind of letter says; greeting, signature and frame are the same for all kinds. */
export interface MatterContent {
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  readonly reason?: string | null;
  /** What the reader is to do now. */
  readonly todo: string;
  /** Until when, in words; nothing where nothing has to be done by a day. */
  readonly until?: readonly string[];
  /** The page of the portal where it is done. */
  readonly path: string;
}

export type WriteMatter = (facts: MatterFacts) => MatterContent;
