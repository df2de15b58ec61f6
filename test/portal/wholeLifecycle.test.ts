import { until } from '../../ops/process/ports.js';
import type { Facts } from '../../rules/application/facts.js';
import { originalsRequired, recommendationAttachments } from '../../rules/dossier/checklist.js';
import { documentLabels } from '../../rules/dossier/documentLabels.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { hearCandidate } from '../../simulation/hurried/hearing.js';
import { samplePhoto } from '../../simulation/samples/photo.js';
import { seatCommittee } from '../support/committee.js';
import { deputySenior } from '../support/facts.js';
import { type Name, password } from '../support/office.js';
import { enterOnPaper } from '../support/onPaper.js';
import { completeDossier } from '../unit/rules/completeDossier.js';
import { choose, perform, seesStatus } from './support/acting.js';
import type { BrowserSession } from './support/browserSession.js';
import { attach, fillDossier } from './support/papers.js';
import { startTestStack, type TestStack } from './support/testStack.js';

let testStack: TestStack;
let id: string;
const browserSessions = new Map<Name, BrowserSession>();

beforeAll(async () => {
  testStack = await startTestStack('whole-life', '2024-07-22T10:00:00+08:00');
}, 120_000);
afterAll(() => testStack.close());

/** Browser sessions opened so far. */
function visited(name: Name) {
  const browserSession = browserSessions.get(name);
  if (browserSession === undefined) throw new Error(`${name} has not come yet`);
  return {
    open: async (path: string) => {
      await browserSession.open(path);
      return browserSession.page;
    },
  };
}

/** The page of the application, opened by a person. */
async function pageOf(name: Name) {
  const browserSession =
    browserSessions.get(name) ?? (await testStack.openBrowserSession({ email: testStack.office.emailOf(name) }));
  browserSessions.set(name, browserSession);
  await browserSession.open(`/applications/${id}`);
  return browserSession.page;
}

describe('One application of a deputy-senior engineer goes through the browser from draft to conferral', () => {
  test('the applicant signs in and finds their applications', async () => {
    const browserSession = await testStack.openBrowserSession({ email: '' }, { signedOut: true, expected: [401] });
    await browserSession.open('/applicant');
    await browserSession.page.getByLabel('邮箱').fill(testStack.office.emailOf('applicant'));
    await browserSession.page.getByLabel('密码').fill(password);
    await browserSession.page.getByRole('button', { name: '登录' }).click();
    await browserSession.page.getByRole('heading', { name: '我的申报' }).waitFor();
    browserSessions.set('applicant', browserSession);
  });

  test('begins an application, writes the work summary, and it is saved by itself', async () => {
    const page = await visited('applicant').open('/applicant/new');
    const main = page.getByRole('main');
    await main.getByLabel('副高级').check();
    await choose(main, '申报专业', '机械电子（工程系列）');
    await main.getByRole('button', { name: '开始填写' }).click();
    await page.waitForURL('**/applicant/*/form');
    id = /applicant\/([^/]+)\/form/.exec(page.url())?.[1] ?? '';
    await page.goto(`/applicant/${id}/form?section=workSummary`);
    await main.getByRole('textbox').fill(completeDossier.workSummary.text);
    await main.getByText(/^已保存/).waitFor();
  });

  test('and submits it, when the rest is filled in', async () => {
    const { workSummary: _, ...rest } = completeDossier;
    await fillDossier(testStack.office.as('applicant'), id, rest);
    const page = await visited('applicant').open(`/applicant/${id}/checklist`);
    await page.getByText('材料已齐全，可以提交。').waitFor();
    await page.goto(`/applications/${id}`);
    await perform(page, '提交申报');
    await seesStatus(page, '单位审核');
  });

  test('the unit posts the publicity, and the page says until when', async () => {
    const page = await pageOf('unit');
    await perform(page, '发布单位公示');
    await seesStatus(page, '单位公示');
    await page.getByText('至 7月29日 周一 24:00').first().waitFor();
  });

  test('five working days later the unit recommends', async () => {
    await testStack.moveTo('2024-07-30T09:00:00+08:00');
    for (const kind of recommendationAttachments(aksu2024)) await attach(testStack.office.as('unit'), id, kind);
    const page = await pageOf('unit');
    await seesStatus(page, '单位推荐');
    await perform(page, '推荐上报', async (form) => {
      await form.getByLabel('单位研究同意推荐的日期').fill('2024-07-20');
      await form.getByLabel('把关负责的主要领导').fill('王建国');
    });
    await seesStatus(page, '逐级审核');
  });

  test('the department forwards', async () => {
    await perform(await pageOf('department'), '审核上报');
  });

  test('the office accepts when the audit has opened', async () => {
    const early = await pageOf('office');
    await early.getByRole('button', { name: /审核通过.*现在不能办理/ }).click();
    await early.getByText('通知 三（二）').first().waitFor();
    await testStack.moveTo('2024-08-12T09:30:00+08:00');
    const page = await pageOf('office');
    await perform(page, '审核通过');
    await seesStatus(page, '缴费与材料报送');
  });

  test('finance confirms the payment', async () => {
    await testStack.moveTo('2024-09-11T10:00:00+08:00');
    await perform(await pageOf('finance'), '确认缴费', async (form) => {
      await form.getByLabel('到账日期').fill('2024-09-10');
      await form.getByLabel('金额（元）').fill('600');
      await form.getByLabel('扫码').check();
      await form.getByLabel('凭证号').fill('20240911-0001');
    });
  });

  test('the office receives the originals', async () => {
    const page = await pageOf('office');
    await perform(page, '收齐原件', async (form) => {
      const copies = new Map<string, number>();
      for (const kind of originalsRequired(deputySenior, aksu2024)) copies.set(kind, (copies.get(kind) ?? 0) + 1);
      for (const [kind, count] of copies) {
        await form
          .getByLabel(documentLabels[kind as keyof typeof documentLabels].zh, { exact: true })
          .fill(String(count));
      }
    });
    await seesStatus(page, '专业水平答辩');
  });

  test('and holds the defense', async () => {
    const page = await pageOf('office');
    await perform(page, '安排答辩', async (form) => {
      await form.getByLabel('答辩时间（北京时间）').fill('2024-09-18T10:00');
      await form.getByLabel('地点').fill('地区工信局二楼');
    });
    await testStack.moveTo('2024-09-18T16:00:00+08:00');
    await page.reload();
    await seatCommittee(testStack.db, { campaignId: aksu2024.id, size: 11 });
    const heldAt = Date.parse('2024-09-18T10:00:00+08:00');
    const { facts } = await testStack.db.application.findUniqueOrThrow({ where: { id } });
    const criteria = aksu2024.reviewCommittee.criteria.value;
    await hearCandidate(testStack.db, {
      facts: facts as unknown as Facts,
      heldAt,
      criteria,
      points: [8000, 8250, 8500],
    });
    await perform(page, '答辩评分');
    await seesStatus(page, '评审会');
  });

  test('the meeting passes it, and the result is published', async () => {
    await testStack.moveTo('2024-09-20T17:00:00+08:00');
    const tallied = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
    await enterOnPaper(testStack.office, id, { metOn: '2024-09-20', tally: tallied });
    const page = await pageOf('office');
    await perform(page, '登记评审结果', async (form) => {
      await form.getByLabel('会议日期').fill('2024-09-20');
      const tally = { 评委会人数: 11, 出席: 11, 回避: 0, 同意: 9, 不同意: 1, 弃权: 1 };
      for (const [what, count] of Object.entries(tally)) {
        await form.getByLabel(what, { exact: true }).fill(String(count));
      }
    });
    await seesStatus(page, '结果公示');
    // The notice begins the day after the result.
    await testStack.moveTo('2024-09-21T10:00:00+08:00');
    await perform(await pageOf('unit'), '确认单位已公示', async (form) => {
      const photo = { name: '公告栏.png', mimeType: 'image/png', buffer: samplePhoto(1) };
      await form.locator('input[type=file]').setInputFiles(photo);
      await form.getByText('公告栏.png').waitFor();
    });
  });

  test('after five working days the title is conferred', async () => {
    await testStack.moveTo('2024-10-12T09:00:00+08:00');
    const page = await pageOf('applicant');
    await seesStatus(page, '取得资格');
    await page.getByText('目前没有需要您办理的事项。').waitFor();
  });

  test('the applicant had letters on the way', async () => {
    const address = testStack.office.emailOf('applicant');
    const subjects = async () => {
      const mails = await testStack.inbox.mails();
      return mails.filter(({ to }) => to.some((one) => one.address === address)).map(({ subject }) => subject);
    };
    const last = '【职称评审】取得专业技术职务任职资格';
    expect(await until(async () => (await subjects()).includes(last), { timeoutMs: 30_000 })).toBe(true);
    expect(await subjects()).toEqual(
      expect.arrayContaining(['【职称评审】单位公示已开始', '【职称评审】申报已通过评委会审核']),
    );
  });

  test('no browser had anything to complain about', () => {
    expect(testStack.complaints).toEqual([]);
  });
});
