import type { z } from 'zod';
import { LintAnswer } from '../../../api/campaigns/answers.js';
import { keepProof } from '../../../records/campaign/policyProofs.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { provePolicy } from '../../../worker/proof/policyProofs.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'policy-proof', at: '2024-07-20T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

/** A notice with few kinds of candidate, in preparation. */
async function inPreparation(id: string) {
  const whole = confirmed(aksu2024);
  const [track] = whole.codes.tracks;
  const levels = { ...whole.levels, value: whole.levels.value.slice(0, 1) };
  const policy = { ...whole, id, levels, codes: { ...whole.codes, tracks: track ? [track] : [] } };
  await office.as('operator').post('/api/campaigns').send({ reason: '通知印发', policy }).expect(201);
  const lint = async () =>
    LintAnswer.strict().parse((await office.as('office').get(`/api/campaigns/${id}/lint`).expect(200)).body);
  return { policy, lint };
}

const proofLines = ({ findings }: z.infer<typeof LintAnswer>) =>
  findings.filter(({ code }) => code.startsWith('proof'));

test('a campaign in preparation is searched in the background, and told what came of it', async () => {
  const { policy, lint } = await inPreparation('turpan-2024');
  expect(proofLines(await lint())).toMatchObject([{ code: 'proof_running', severity: 'warning' }]);
  const bounds = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };
  await provePolicy({ db: api.db, clock: async () => Date.now() }, policy, { bounds });
  const [line] = proofLines(await lint());
  expect(line).toMatchObject({ code: 'proof_holds', severity: 'info' });
  expect(line?.message).toMatch(/^已验证3类申报人的\d{3,}种情形/);
});

test('a case that breaks a rule keeps the campaign from being announced, and is told step by step', async () => {
  const { policy, lint } = await inPreparation('hami-2024');
  const says = { zh: '逾期的不再受理', en: 'What comes late is never taken' };
  const story = [
    { zh: '2024-08-30 18:00 申报人：提交申报 → 单位审核', en: '2024-08-30 18:00 Applicant: Submit → Unit review' },
  ];
  await keepProof(api.db, policy, { kinds: 3, states: 900, failures: [{ says, story }] }, Date.now());
  const checked = await lint();
  expect(checked.mayOpen).toBe(false);
  expect(proofLines(checked)).toMatchObject([
    { code: 'proof_fails', severity: 'error', message: expect.stringContaining('申报人：提交申报 → 单位审核') },
  ]);
});
