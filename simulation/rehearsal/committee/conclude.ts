import { isFinal } from '../../../rules/application/lifecycle.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { committeeRules } from '../../../rules/policy/committeeRules.js';
import { statusOf } from './announce.js';
import { applyAgain } from './applyAgain.js';
import { type Desk, peopleOf } from './desk.js';

interface Title {
  readonly applicationId: string;
  readonly number: string;
  readonly name: string;
}

/** Certificates are counted and one is looked up; a fraud comes to light, and bars from applying
 * again; the results are filed, and the campaign closes. */
export async function conclude(desk: Desk): Promise<void> {
  const titles = await countTitles(desk);
  if (titles[0]) {
    await revoke(desk, titles[0]);
    await applyAgain(desk, titles[0].applicationId);
  }
  await close(desk);
}

async function countTitles(desk: Desk): Promise<readonly Title[]> {
  const { campaign, foretold, ledger } = desk;
  const { office } = peopleOf(desk);
  const { items } = await office.done<{ items: readonly Title[] }>('GET', `${campaign}/conferrals`);
  const conferred = foretold.filter(({ facts }) => facts.status === 'conferred').length;
  const ordinals = items.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b);
  ledger.expect(
    'titles',
    'numbers',
    ordinals,
    Array.from({ length: conferred }, (_, index) => index + 1),
  );
  const numbers = items.map(({ number }) => number).toSorted();
  ledger.tell(`证书 / certificates: ${items.length}${items.length ? `，${numbers[0]} … ${numbers.at(-1)}` : ''}`);
  return items;
}

/** The supervisor proposes, the office confirms; nobody does both. The public then finds the title revoked. */
async function revoke(desk: Desk, { applicationId, number, name }: Title): Promise<void> {
  const { campaign, clock, company, ledger } = desk;
  const { office, supervisor } = peopleOf(desk);
  const lookUp = async () =>
    await company.stranger().done<{ revoked: object | null }>('POST', '/api/results', { json: { number, name } });
  ledger.expect('titles', number, (await lookUp()).revoked, null);
  const fraud = {
    subject: 'person',
    ground: 'fraud',
    basis: '阿工信处〔2024〕9号',
    reason: '业绩材料系伪造',
    revokes: true,
  };
  const json = { ...fraud, applicationId, decidedOn: localDateOf(clock.now()) };
  const { id } = await supervisor.done<{ id: string }>('POST', `${campaign}/sanctions`, { json });
  const confirm = { json: { reason: '已核实' } };
  const alone = await supervisor.ask('POST', `${campaign}/sanctions/${id}/confirm`, confirm);
  ledger.expect('sanctions', 'confirmed by whoever proposed', alone.status, 403);
  const { state } = await office.done<{ state: string }>('POST', `${campaign}/sanctions/${id}/confirm`, confirm);
  ledger.expect('sanctions', 'confirmed by another', state, 'standing');
  ledger.expect('sanctions', 'looked up', (await lookUp()).revoked !== null, true);
  ledger.tell(`处罚 / sanctions: ${number} 已撤销 / revoked`);
}

/** Results are filed where a meeting has been held; with somebody still in review the campaign stays open. */
async function close(desk: Desk): Promise<void> {
  const { campaign, foretold, ledger, policy, meetings } = desk;
  const { office } = peopleOf(desk);
  const act = (event: string, json: object) => office.ask('POST', `${campaign}/actions/${event}`, { json });
  if (meetings > 0 && committeeRules(policy).resultsFiled.value) {
    const filed = await act('file_results', { reason: '阿工信函〔2024〕12号' });
    ledger.expect('course', 'results filed', [filed.status, filed.body.status], [200, 'results_filed']);
  }
  const running = foretold.filter(({ facts }) => !isFinal(facts.status)).length;
  const { body } = await act('close', {});
  const [came, foreseen] = running > 0 ? [body.code, 'applications_running'] : [body.status, 'closed'];
  ledger.expect('course', 'closing', came, foreseen);
  ledger.tell(
    `年度评审 / campaign: ${await statusOf(desk)}${running > 0 ? `（未办结 / still running ${running}）` : ''}`,
  );
}
