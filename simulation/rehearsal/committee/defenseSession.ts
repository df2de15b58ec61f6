import pMap from 'p-map';
import { isoInBeijing } from '../../../rules/calendar/instant.js';
import type { Criterion } from '../../../rules/policy/policy.js';
import type { Reply } from '../../http/apiClient.js';
import { turnMinutes } from '../hearingTurns.js';
import { expertsPoints } from '../model/stepDefaults.js';
import { plannedInstant } from '../plans/plannedInstant.js';
import { type CaseStep, peopleOf, seatedFor, type Workspace } from './workspace.js';

const panelSize = 3;
const atOnce = 8;
interface Appointed {
  readonly applicationId: string;
  readonly problem: { readonly status: number } | null;
}

/** Plans one session for all candidates, in the order of their turns, and publishes it. */
export async function planDefense(workspace: Workspace, caseSteps: readonly CaseStep[]): Promise<readonly Reply[]> {
  const { campaign, policy, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  const inTurn = caseSteps.toSorted((one, other) => turnIn(one) - turnIn(other));
  const [first] = inTurn;
  if (!first) return [];
  const panel = seatedFor(workspace, first).slice(1, 1 + panelSize);
  const plan = {
    specialty: first.run.testCase.candidacy.profile.specialty,
    room: '地区综合办公区2号楼5楼',
    startsAt: isoInBeijing(plannedInstant(first.step.data.heldAt ?? '', policy.year)),
    minutes: turnMinutes,
    panel: panel.map(({ expertId }) => expertId),
    leader: panel[0]?.expertId,
    applications: inTurn.map(({ run }) => run.id),
  };
  const check = await office.done<{ problems: readonly object[] }>('POST', `${campaign}/defense/check`, { json: plan });
  checkLog.expect('defense', 'plan', check.problems, []);
  const { id } = await office.done<{ id: string }>('POST', `${campaign}/defense/sessions`, { json: plan });
  const { items } = await office.done<{ items: readonly Appointed[] }>(
    'POST',
    `${campaign}/defense/sessions/${id}/publish`,
  );
  workspace.session = { id, panel };
  checkLog.note(`答辩 / defense: 1 场 / session，${caseSteps.length} 人 / candidates，评议组 / panel ${panel.length}`);
  return caseSteps.map(({ run }) => {
    const appointed = items.find(({ applicationId }) => applicationId === run.id);
    const problem = appointed ? appointed.problem : { status: 0, code: 'not_appointed' };
    return { status: problem?.status ?? 200, body: { ...problem } };
  });
}

/** Submits a score sheet of each panel member for each candidate; the last sheet moves the application on. */
export async function holdDefense(workspace: Workspace, caseSteps: readonly CaseStep[]): Promise<readonly Reply[]> {
  const { session, policy, campaign, checkLog } = workspace;
  if (!session) throw new Error('no session was planned');
  const criteria = policy.reviewCommittee.criteria.value;
  const replies = await pMap(
    caseSteps,
    async ({ run, step }) => {
      let last: Reply = { status: 0, body: {} };
      const totals = expertsPoints(step.data, run.testCase);
      for (const [index, { apiClient }] of session.panel.entries()) {
        const at = `/api/defense/sessions/${session.id}/sheets/${run.id}/submit`;
        const json = { points: sheetOf(totals[index] ?? 0, criteria) };
        last = await apiClient.request('POST', at, { json });
      }
      return last;
    },
    { concurrency: atOnce },
  );
  const { office } = peopleOf(workspace);
  const { state } = await office.done<{ state: string }>('GET', `${campaign}/defense/sessions/${session.id}`);
  checkLog.expect('defense', 'session', state, 'closed');
  checkLog.note(`评分表 / score sheets: ${caseSteps.length * session.panel.length}`);
  return replies;
}

const turnIn = ({ run }: CaseStep) => run.testCase.turn ?? 0;

/** Spreads a total in hundredths over the criteria by their weights; the first gets the remainder. */
function sheetOf(total: number, criteria: readonly Criterion[]): Readonly<Record<string, number>> {
  const shares = criteria.map(({ code, weight }) => [code, Math.floor((total * weight) / 100)] as const);
  const rest = total - shares.reduce((sum, [, share]) => sum + share, 0);
  return Object.fromEntries(shares.map(([code, share], index) => [code, index === 0 ? share + rest : share]));
}
