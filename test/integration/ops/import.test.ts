import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { importInto } from '../../../ops/imports/importInto.js';
import { applicationOf } from '../../../records/application/applicationRow.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { createCampaign } from '../../../records/campaign/campaigns.js';
import { documentsOf } from '../../../records/dossier/documents.js';
import { findFrozenDossier } from '../../../records/dossier/dossiers.js';
import { addDepartments, addUnits } from '../../../records/people/addOrganisations.js';
import { day, hour, isoInBeijing, localDateOf, startOfDay } from '../../../rules/calendar/instant.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { demoCampaign } from '../../../simulation/demo/campaign.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { type Installation, installation, startProduct } from '../../support/demo.js';

const today = startOfDay(localDateOf(Date.now()));
const { policy, calendar } = demoCampaign(localDateOf(today), 'imported');
const at = (daysAgo: number, oClock = 11) => isoInBeijing(today - daysAgo * day + oClock * hour);

const unitClerk = { role: 'unit', person: 'clerk@elsewhere.example' };
const past = [
  { event: 'submit', at: at(40), by: { role: 'applicant' } },
  { event: 'post_publicity', at: at(39), by: unitClerk },
  { event: 'raise_objection', at: at(38), by: unitClerk, body: { reason: '请核实', contact: '0997-1' } },
  { event: 'resolve_objection', at: at(37), by: unitClerk, body: { outcome: 'dismissed', reason: '不成立' } },
  { event: 'recommend', at: at(20), by: unitClerk },
  { event: 'forward', at: at(19), by: { role: 'department' } },
  {
    event: 'return_for_correction',
    at: at(1),
    by: { role: 'office' },
    body: { reason: '见下', defects: [{ section: 'workSummary', field: 'text', text: '过于简略' }] },
  },
];
const application = {
  campaignId: 'imported',
  applicant: { email: 'zhang@elsewhere.example', name: '张三' },
  unitId: 'unit-1',
  profile: { level: 'mid', track: 'regular', specialty: 'chemical' },
  openedAt: at(44),
  dossier: { workSummary: { text: '总结' } },
  documents: [{ kind: 'diploma', file: 'diploma.pdf', at: at(43) }],
  past,
};

let place: Installation;
let testStack: Awaited<ReturnType<typeof startProduct>>;
let folder: string;
beforeAll(async () => {
  place = await installation('import');
  testStack = await startProduct(place.input);
  folder = await mkdtemp(path.join(os.tmpdir(), 'pingshen-import-'));
  await writeFile(path.join(folder, 'diploma.pdf'), samplePdf(['学历证书']));
  const by = { changedBy: 'office', changedAt: today - 50 * day, reason: '通知印发' };
  await createCampaign(testStack.db, { id: 'imported', title: policy.title, policy, calendar, state: 'open' }, by);
  const asked = { ...policy, id: 'with-positions', positions: fromNotice(true, '通知 二（三）') };
  const more = { id: asked.id, title: policy.title, policy: asked, calendar, state: 'open' } as const;
  await createCampaign(testStack.db, more, by);
  await addDepartments(testStack.db, [{ id: 'department-1', name: '县工信局' }]);
  await addUnits(testStack.db, [{ id: 'unit-1', name: '某厂', kind: 'state_enterprise', chain: ['department-1'] }]);
});
afterAll(async () => {
  await testStack?.leave();
  await place?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** The output of an import, line by line; the last line says whether all of it was imported. */
async function imported(json: unknown): Promise<string[]> {
  const file = path.join(folder, 'file.json');
  await writeFile(file, JSON.stringify(json));
  const printed: string[] = [];
  const all = await importInto(place.input, file, (message) => printed.push(message));
  return [...printed, String(all)];
}
const applications = async () => (await testStack.db.application.findMany()).map(applicationOf);
const changed = (index: number, change: object) => ({
  ...application,
  past: past.map((one, place) => (place === index ? { ...one, ...change } : one)),
});

test.each([
  ['recommends during its publicity', changed(4, { at: at(36) }), /第5行 recommend：.*event_not_allowed/],
  ['corrects nothing', changed(6, { body: { reason: '见下' } }), /第7行 return_for_correction：.*defects_missing/],
  [
    'pays before anybody accepts',
    changed(5, {
      event: 'confirm_payment',
      by: { role: 'finance' },
      body: { amount: 40_000, channel: 'qr', voucher: '1' },
    }),
    /第6行 confirm_payment/,
  ],
  [
    'is recommended where the unit has stated no positions',
    { ...application, campaignId: 'with-positions' },
    /第5行 recommend：.*positions_not_stated/,
  ],
  ['is of another campaign', { ...application, campaignId: 'nowhere' }, /没有年度评审 nowhere/],
  ['is of another unit', { ...application, unitId: 'nowhere' }, /没有单位 nowhere/],
])(
  'an application that %s is refused with the line and why, and nothing of it is written',
  async (_method, one, why) => {
    const [reported, all] = await imported(one);
    expect(reported).toMatch(why);
    expect(all).toBe('false');
    expect(await applications()).toEqual([]);
    expect(await testStack.db.user.count()).toBe(0);
  },
);

test('a file that is not as it must be is told every fault by its path', async () => {
  const wrong = changed(6, { by: { role: 'timer' }, body: { defects: 'all' } });
  const printed = await imported([application, { ...wrong, colour: 'red' }]);
  expect(printed.join('\n')).toMatch(/✗ 1\.past\.6\.by\.role：/);
  expect(printed.join('\n')).toMatch(/✗ 1\.colour：没有这个字段/);
  const disordered = await imported({ ...application, past: past.toReversed() });
  expect(disordered).toEqual([expect.stringMatching(/✗ 0\.past：往事须按时间先后排列/), 'false']);
  const bodyOnly = await imported(changed(6, { body: { defects: 'all' } }));
  expect(bodyOnly).toEqual([expect.stringMatching(/✗ 0\.past\.6\.body\.defects：应为列表/), 'false']);
  expect(await applications()).toEqual([]);
});

test('a document that is not what its name says is refused', async () => {
  await writeFile(path.join(folder, 'fake.pdf'), 'text');
  const documents = [{ kind: 'diploma', file: 'fake.pdf', at: at(43) }];
  expect(await imported({ ...application, documents })).toEqual([expect.stringContaining('只接受'), 'false']);
});

test('an application under way goes on where its past ends, with its papers and words', async () => {
  expect(await imported(application)).toEqual([expect.stringMatching(/^✓ 1 zhang@elsewhere\.example 补正 /), 'true']);
  const [one] = await applications();
  const { id = '', number = '', facts, startedAt } = one ?? {};
  expect(facts).toMatchObject({ status: 'correction', submissions: 1, profile: { employerKind: 'state_enterprise' } });
  expect(startedAt).not.toBeNull();
  expect((await testStack.deps.engine.current(number)).facts).toEqual(facts);
  const [diploma] = await documentsOf(testStack.db, id);
  const frozen = await findFrozenDossier(testStack.db, { applicationId: id, hash: facts?.dossierHash ?? '' });
  expect(frozen).toEqual({ dossier: application.dossier, documents: [diploma] });
  const events = await timelineOf(testStack.db, id);
  expect(events.map(({ transition }) => transition.event)).toEqual([
    ...past.slice(0, 4).map(({ event }) => event),
    'publicity_ended',
    ...past.slice(4).map(({ event }) => event),
  ]);
  expect(events.at(-1)?.freeText?.defects).toMatchObject([{ text: '过于简略' }]);
  expect(JSON.stringify(events.map(({ transition }) => transition))).not.toContain('elsewhere.example');
  expect(await testStack.db.outbox.count()).toBe(0);
});

test('the same file again changes nothing', async () => {
  const before = await applications();
  expect(await imported(application)).toEqual([expect.stringContaining('已经在办：补正'), 'true']);
  expect(await applications()).toEqual(before);
});
