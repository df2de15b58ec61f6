import { nationalLevels } from '../../rules/campaign/codes.js';
import { kizilsu2025 } from '../../rules/policy/campaigns/kizilsu2025.js';
import { blankDraft } from '../../rules/policy/drafts/blankDraft.js';
import { type CampaignStep, pathsOfStep, setUpSteps } from '../../rules/policy/drafts/steps.js';
import { fieldsByPath } from '../../rules/policy/fieldsByPath.js';
import type { Policy, Ruled } from '../../rules/policy/policy.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { policyValues } from '../../rules/policy/policyValues.js';
import { wordsClause } from '../../rules/policy/words.js';
import { samplePdf } from '../../simulation/samples/pdf.js';
import { campaignEntry } from './support/campaignEntry.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
beforeAll(async () => {
  testStack = await startTestStack('campaign-studio', '2025-09-29T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

const announcement = '请各单位按时申报，逾期不再受理。';
/** The notice with what the office says itself. */
const wanted: Policy = {
  ...kizilsu2025,
  words: {
    ...kizilsu2025.words,
    announcement: { value: { zh: announcement, en: '' }, clause: wordsClause, source: 'default', confirmed: true },
  },
};
/** Seconds of a person who knows what to enter: for a press, for going to a field, for a character. */
const pace = { click: 1.5, text: 2, character: 0.3 };

/** A policy with the names of specialties and committees in place of their codes, which the pages choose themselves. */
function byName(policy: Policy): Policy {
  const { committees } = policy.reviewCommittee;
  const nameOf = new Map(policy.specialties.map(({ code, name }) => [code, name]));
  return {
    ...policy,
    specialties: policy.specialties.map((one) => ({ ...one, code: one.name })),
    reviewCommittee: {
      ...policy.reviewCommittee,
      committees: {
        ...committees,
        value: committees.value.map((one) => ({
          ...one,
          code: one.name,
          specialties: one.specialties.map((code) => nameOf.get(code) ?? code),
        })),
      },
    },
  };
}

test('an office sets up the second notice from nothing, value by value, and confirms the rest in a few clicks', async () => {
  const session = await testStack.openBrowserSession({ email: testStack.office.emailOf('office') });
  const { page } = session;
  await session.open('/office/campaigns');
  const { effort, click, type, choose, enter, row } = campaignEntry(page, wanted);
  const began = Date.now();
  await click(page.getByRole('button', { name: '新建年度评审' }));
  await type(page.getByLabel('评审年度'), '2025');
  await click(page.getByRole('button', { name: '开始填写' }));
  await page.getByRole('heading', { name: '谁', exact: true }).waitFor();

  const heads: Readonly<Record<string, () => Promise<void>>> = {
    id: () => type(page.getByLabel('编号（用于网址）'), wanted.id),
    title: () => type(page.getByLabel('名称', { exact: true }), wanted.title),
    committee: () => type(page.getByLabel('评审委员会', { exact: true }), wanted.committee),
    announcedOn: () => type(page.getByLabel('通知日期'), wanted.announcedOn),
    region: () => choose(page.getByRole('combobox', { name: '所在地区（节日）' }), '新疆维吾尔自治区'),
    specialties: () => {
      const series = [...new Set(wanted.specialties.map((one) => one.series))];
      const lines = series.map((one) => {
        const names = wanted.specialties.filter((specialty) => specialty.series === one).map(({ name }) => name);
        return `${one}：${names.join('、')}`;
      });
      return type(page.getByLabel('系列与专业'), lines.join('\n'));
    },
    'codes.levels': async () => {
      for (const { code } of wanted.codes.levels) {
        const level = Object.values(nationalLevels).find((one) => one.code === code);
        await click(row('codes.levels').getByRole('checkbox', { name: level?.zh ?? '', exact: true }));
      }
    },
    'codes.tracks': async () => {
      await click(row('codes.tracks').getByRole('checkbox', { name: '正常申报', exact: true }));
      for (const [index, { zh, clause }] of wanted.codes.tracks.entries()) {
        await click(row('codes.tracks').getByRole('checkbox', { name: zh, exact: true }));
        await type(page.getByLabel(`申报途径 ${index + 1} 依据`), clause);
      }
      // The usual track is open to three levels, that of this notice to all it has.
      const levels = page.getByRole('combobox', { name: '申报途径 2 可申报的级别' });
      await click(levels);
      for (const { zh } of wanted.codes.levels)
        await click(page.locator('.ant-select-dropdown:visible').getByTitle(zh, { exact: true }));
      await page.keyboard.press('Escape');
    },
  };
  const blank = blankDraft('2025-09-29');
  const values = new Map(policyValues(wanted));
  for (const step of setUpSteps.filter((one): one is CampaignStep => one !== 'check')) {
    for (const path of pathsOfStep(step)) {
      const value = values.get(path);
      const present = blank[path] as Ruled<unknown> | undefined;
      if (!fieldsByPath[path]) await heads[path]?.();
      else if (value && JSON.stringify(value) !== JSON.stringify(present)) await enter(path, value, present);
    }
    if (step === 'papers') {
      const file = { name: '附件1.pdf', mimeType: 'application/pdf', buffer: samplePdf(['附件1']) };
      await page.getByLabel('上传附件').waitFor();
      await page.locator('input[type=file]').last().setInputFiles(file);
      await page.getByRole('link', { name: '附件1.pdf' }).waitFor();
    }
    if (step === 'what') {
      await page.getByRole('status').getByText('已保存', { exact: true }).waitFor();
      await page.reload();
      await page.getByLabel('系列与专业').waitFor();
      expect(await page.getByLabel('系列与专业').inputValue()).toContain('工程系列：土建、水利');
    }

    if (step === 'words') await page.locator('.wordsPreview').getByText(announcement).waitFor();

    await click(page.getByRole('button', { name: '下一步' }));
  }
  await page.getByText('各项齐全，可以设立。').waitFor();

  await type(page.getByLabel('设立依据'), '自治州职改办通知');
  await click(page.getByRole('button', { name: '设立年度评审' }));
  await page.getByRole('heading', { name: '评审政策' }).first().waitFor();
  const minutes = (effort.clicks * pace.click + effort.texts * pace.text + effort.characters * pace.character) / 60;
  const seconds = (Date.now() - began) / 1000;
  process.stdout.write(
    `second notice: ${effort.clicks} clicks, ${effort.texts} texts (${effort.characters} characters), ${minutes.toFixed(1)} minutes at a person's pace, ${seconds.toFixed(0)} s by script\n`,
  );
  const made = await testStack.db.campaign.findUniqueOrThrow({ where: { id: wanted.id } });
  expect(policyChanges(byName(wanted), byName(made.policy as unknown as Policy))).toEqual([]);
  expect(minutes).toBeLessThanOrEqual(15);
  expect(await page.getByRole('link', { name: '附件1.pdf' }).getAttribute('href')).toContain(
    `/campaigns/${wanted.id}/`,
  );

  const left = [...values.values()].filter(({ confirmed }) => !confirmed).length;
  expect(left).toBeGreaterThanOrEqual(27);
  const before = effort.clicks;
  await click(page.getByRole('button', { name: `确认 ${left} 项`, exact: true }).first());
  await type(page.getByLabel('理由', { exact: true }), '经核对人社部令第40号及本地惯例');
  await click(page.getByRole('dialog').getByRole('button', { name: '确认', exact: true }));
  // The list of versions arrives before the values do; the dialog is open until all have arrived.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('第 2 版').first().waitFor();
  process.stdout.write(`${left} confirmations: ${effort.clicks - before} clicks\n`);
  expect(effort.clicks - before).toBeLessThanOrEqual(6);
  expect(await page.getByText('待确认', { exact: true }).count()).toBe(0);
  expect(testStack.complaints).toEqual([]);
}, 180_000);
