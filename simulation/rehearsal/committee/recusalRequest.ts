import { peopleOf, type Workspace } from './workspace.js';

interface Recusals {
  readonly items: readonly { readonly id: string; readonly requestedByRole: string; readonly outcome: string | null }[];
}

/** Somebody who does not see the list of experts asks to be judged without one of them; the office sees no reason to. */
export async function answerApplicant(workspace: Workspace): Promise<void> {
  const { applications, campaign, company, ledger } = workspace;
  const { office } = peopleOf(workspace);
  const asking = applications.find(({ id, part }) => id !== null && part.plan.ends === 'conferred');
  if (!asking) return;
  const applicant = company.person(asking.part.candidacy.person.email);
  const seen = await applicant.request('GET', `${campaign}/committees`);
  ledger.expect('committee', 'the list of experts, asked for by an applicant', seen.status, 403);
  const at = `/api/applications/${asking.id}/recusals`;
  await applicant.done('POST', at, { json: { named: '安评审', reason: '曾有纠纷' } });
  const { items } = await office.done<Recusals>('GET', `${campaign}/recusals`);
  const open = items.find(({ requestedByRole, outcome }) => requestedByRole === 'applicant' && outcome === null);
  const json = { outcome: 'refused', reason: '经核实不属应当回避的情形' };
  await office.done('POST', `${campaign}/recusals/${open?.id}/decision`, { json });
  const reported = await applicant.done<Recusals>('GET', at);
  ledger.expect('committee', 'answer to the applicant', reported.items[0]?.outcome, 'refused');
}
