import { localDateOf } from '../../../rules/calendar/instant.js';
import { emails } from '../environment/seedDirectory.js';
import { unitUnderSanction } from '../unitUnderSanction.js';
import { peopleOf, type Workspace } from './workspace.js';

/**
 * Puts a unit under sanction while its applications are on publicity: the supervisor proposes it, and the office confirms.
 * From then on the department above finds them in its queue.
 */
export async function sanctionUnit(workspace: Workspace): Promise<void> {
  const { campaign, clock, clients, checkLog } = workspace;
  const { office, supervisor } = peopleOf(workspace);
  const { id: unitId, name, chain } = unitUnderSanction;
  const department = clients.person(emails.department(chain[0] ?? ''));
  const passedOn = async () => {
    const { items } = await department.done<{ items: readonly Line[] }>('GET', '/api/applications');
    return items.filter((line) => line.unitId === unitId && line.inPlaceOfUnit).length;
  };
  const standing = workspace.runs.filter(({ testCase }) => testCase.plan.unitSanctioned).length;
  checkLog.expect('sanctions', 'before the sanction', await passedOn(), 0);
  const fraud = { subject: 'unit', ground: 'fraud', basis: '阿工信处〔2024〕3号', reason: '出具虚假业绩证明' };
  const json = { ...fraud, unitId, decidedOn: localDateOf(clock.now()) };
  const { id } = await supervisor.done<{ id: string }>('POST', `${campaign}/sanctions`, { json });
  const confirm = { json: { reason: '已核实' } };
  const { state } = await office.done<{ state: string }>('POST', `${campaign}/sanctions/${id}/confirm`, confirm);
  checkLog.expect('sanctions', 'of a unit', state, 'in_force');
  checkLog.expect('sanctions', 'passed to the department', await passedOn(), standing);
  checkLog.note(`单位处罚 / unit under sanction: ${name}，${standing}份由上级主管部门决定`);
}

interface Line {
  readonly unitId: string;
  readonly inPlaceOfUnit: boolean;
}
