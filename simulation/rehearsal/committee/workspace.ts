import type { Policy } from '../../../rules/policy/policy.js';
import type { ApiClient } from '../../http/apiClient.js';
import type { ApiClients } from '../environment/apiClients.js';
import type { CampaignClock } from '../environment/campaignClock.js';
import { emails } from '../environment/seedDirectory.js';
import type { Expectation } from '../model/referenceModel.js';
import type { CaseRun } from '../stepRunner.js';
import type { CheckLog } from './checkLog.js';

/** An expert with a seat in the committee. */
export interface Seated {
  readonly expertId: string;
  readonly apiClient: ApiClient;
}

/** What those who do something together need: who they are, and what has been done so far. */
export interface Workspace {
  readonly url: string;
  readonly clients: ApiClients;
  readonly clock: CampaignClock;
  readonly policy: Policy;
  /** The campaign's own address. */
  readonly campaign: string;
  readonly committee: string;
  readonly expected: readonly Expectation[];
  readonly checkLog: CheckLog;
  /** Every application, in the script's order. */
  runs: readonly CaseRun[];
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
export interface CaseStep {
  readonly run: CaseRun;
  readonly step: CaseRun['testCase']['plan']['steps'][number];
}

/** The people of the office and beside it. */
export const peopleOf = ({ clients }: Pick<Workspace, 'clients'>) => ({
  office: clients.person(emails.office),
  secondOffice: clients.person(emails.second_office),
  supervisor: clients.person(emails.supervisor),
  operator: clients.person(emails.operator),
});
