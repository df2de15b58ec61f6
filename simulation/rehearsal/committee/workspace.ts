import type { Policy } from '../../../rules/policy/policy.js';
import type { Played } from '../actors.js';
import type { Company } from '../company.js';
import type { Expectation } from '../model/referenceModel.js';
import type { ApiClient } from '../stage/apiClient.js';
import type { CampaignClock } from '../stage/campaignClock.js';
import { emails } from '../stage/seedDirectory.js';
import type { Ledger } from './ledger.js';

/** An expert with a seat in the committee. */
export interface Seated {
  readonly expertId: string;
  readonly apiClient: ApiClient;
}

/** What those who do something together need: who they are, and what has been done so far. */
export interface Workspace {
  readonly url: string;
  readonly company: Company;
  readonly clock: CampaignClock;
  readonly policy: Policy;
  /** The campaign's own address. */
  readonly campaign: string;
  readonly committee: string;
  readonly expected: readonly Expectation[];
  readonly ledger: Ledger;
  /** Every application, in the script's order. */
  applications: readonly Played[];
  /** Who sits in the committee, the chair first; nobody until everybody has answered. */
  seated: readonly Seated[];
  /** The session of the defense that has been planned. */
  session: { readonly id: string; readonly panel: readonly Seated[] } | null;
  /** The chair's authenticator, once set up: a new code at each call. */
  code: (() => string) | null;
  /** How many meetings have been held. */
  meetings: number;
}

/** Steps of several applications that are one act of the committee, and one answer for each. */
export interface Party {
  readonly played: Played;
  readonly step: Played['part']['plan']['steps'][number];
}

/** The people of the office and beside it. */
export const peopleOf = ({ company }: Pick<Workspace, 'company'>) => ({
  office: company.person(emails.office),
  secondOffice: company.person(emails.second_office),
  supervisor: company.person(emails.supervisor),
  operator: company.person(emails.operator),
});
