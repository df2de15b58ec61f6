import type { Unit } from '../../../records/people/organisations.js';
import { committeeOf } from '../../../rules/policy/committees.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { ApiClient } from '../../http/apiClient.js';
import type { ApiClients } from '../environment/apiClients.js';
import type { CampaignClock } from '../environment/campaignClock.js';
import { emails } from '../environment/seedDirectory.js';
import type { Expectation } from '../model/referenceModel.js';
import type { CaseRun } from '../stepRunner.js';
import type { CheckLog } from './checkLog.js';

/** An expert with a seat in the committee, and their client. */
export interface Seated {
  readonly expertId: string;
  readonly email: string;
  readonly apiClient: ApiClient;
}

/** The state that the campaign's tasks share. */
export interface Workspace {
  readonly url: string;
  readonly clients: ApiClients;
  readonly clock: CampaignClock;
  readonly policy: Policy;
  /** The campaign's path in the API. */
  readonly campaign: string;
  readonly units: readonly Unit[];
  /** Codes of the committees that are drawn. */
  readonly committees: readonly string[];
  readonly expected: readonly Expectation[];
  readonly checkLog: CheckLog;
  /** Every application, in the scenario's order. */
  runs: readonly CaseRun[];
  /** The members of each committee, the chair first; empty until all invitations are answered. */
  readonly seated: Map<string, readonly Seated[]>;
  /** The planned defense session. */
  session: { readonly id: string; readonly panel: readonly Seated[] } | null;
  /** The number of meetings held. */
  meetings: number;
}

/** A step of one application. Several of them can be one act of the committee. */
export interface CaseStep {
  readonly run: CaseRun;
  readonly step: CaseRun['testCase']['plan']['steps'][number];
}

/** The code of the committee that judges an application. */
export function committeeFor({ policy }: Pick<Workspace, 'policy'>, { run }: CaseStep): string {
  return committeeOf(run.testCase.candidacy.profile.specialty, policy)?.code ?? '';
}

/** The members of the committee that judges an application, the chair first. */
export function seatedFor(workspace: Pick<Workspace, 'policy' | 'seated'>, caseStep: CaseStep): readonly Seated[] {
  return workspace.seated.get(committeeFor(workspace, caseStep)) ?? [];
}

/** The clients of the campaign's staff. */
export const peopleOf = ({ clients }: Pick<Workspace, 'clients'>) => ({
  office: clients.person(emails.office),
  secondOffice: clients.person(emails.second_office),
  supervisor: clients.person(emails.supervisor),
  operator: clients.person(emails.operator),
});
