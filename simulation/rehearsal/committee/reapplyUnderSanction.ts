import { type LocalDate, localDateOf } from '../../../rules/calendar/instant.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sectionsOf } from '../formInput.js';
import { prepareCampaign } from './announceCampaign.js';
import { peopleOf, type Workspace } from './workspace.js';

/**
 * The holder of a title revoked for fraud applies in another campaign while the sanction is in force: the form can be
 * filled in, and the submission is refused with the clause.
 */
export async function reapplyUnderSanction(workspace: Workspace, applicationId: string): Promise<void> {
  const { clock, clients, checkLog } = workspace;
  const before = workspace.runs.find(({ id }) => id === applicationId)?.testCase;
  if (!before) throw new Error('no application of the scenario has this title');
  const { candidacy } = before;
  const next = nextCampaign(workspace.policy, localDateOf(clock.now()));
  const { operator } = peopleOf(workspace);
  await prepareCampaign(operator, next);
  await operator.done('POST', `/api/campaigns/${next.id}/actions/announce`, { json: {} });
  const applicant = clients.person(candidacy.person.email);
  const { level, track, specialty } = candidacy.profile;
  const wanted = { campaignId: next.id, level, track, specialty };
  const { id } = await applicant.done<{ id: string }>('POST', '/api/applications', { json: wanted });
  const sections = sectionsOf({}, { ...candidacy, policy: next });
  await applicant.done('PATCH', `/api/applications/${id}`, { json: { sections } });
  const act = async (event: string) =>
    await applicant.request('POST', `/api/applications/${id}/actions/${event}`, {
      json: {},
      headers: { 'idempotency-key': event },
    });
  const { status, body } = await act('submit');
  checkLog.expect(
    'sanctions',
    'applied again',
    [status, body.code, body.clause],
    [422, 'sanctioned', cite(next, ['sanctions', 'commitment_form'])],
  );
  checkLog.expect('sanctions', 'withdrew', (await act('withdraw')).body.status, 'withdrawn');
  checkLog.note(`处罚期内再次申报 / applied again under the sanction: ${body.code} (${body.clause})`);
}

/** The same rules at a later date; the plan need not be filed. */
function nextCampaign(policy: Policy, today: LocalDate): Policy {
  const rules = policy.reviewCommittee;
  return {
    ...movedAround(policy, today, `${policy.id}-again`),
    title: `${policy.title}（增补）`,
    reviewCommittee: { ...rules, planFiled: { ...rules.planFiled, value: false } },
  };
}
