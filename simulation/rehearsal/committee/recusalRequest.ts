import { peopleOf, type Workspace } from './workspace.js';

interface Recusals {
  readonly items: readonly { readonly id: string; readonly requestedByRole: string; readonly outcome: string | null }[];
}

/** An applicant, who may not see the list of experts, asks for a recusal by name; the office refuses. */
export async function decideRecusalRequest(workspace: Workspace): Promise<void> {
  const { runs, campaign, clients, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  const asker = runs.find(({ id, testCase }) => id !== null && testCase.plan.ends === 'conferred');
  if (!asker) return;
  const applicant = clients.person(asker.testCase.candidacy.person.email);
  const observations = await applicant.request('GET', `${campaign}/committees`);
  checkLog.expect('committee', 'the list of experts, asked for by an applicant', observations.status, 403);
  const at = `/api/applications/${asker.id}/recusals`;
  await applicant.done('POST', at, { json: { named: '安评审', reason: '曾有纠纷' } });
  const { items } = await office.done<Recusals>('GET', `${campaign}/recusals`);
  const open = items.find(({ requestedByRole, outcome }) => requestedByRole === 'applicant' && outcome === null);
  const json = { outcome: 'refused', reason: '经核实不属应当回避的情形' };
  await office.done('POST', `${campaign}/recusals/${open?.id}/decision`, { json });
  const answered = await applicant.done<Recusals>('GET', at);
  checkLog.expect('committee', 'answer to the applicant', answered.items[0]?.outcome, 'refused');
}
