import { parsePolicy } from '../../../api/policy/parsePolicy.js';
import { routes } from '../../../api/routes.js';
import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import type { CampaignTask } from '../../../simulation/rehearsal/committee/campaignTasks.js';
import { checkPublicNotices } from '../../../simulation/rehearsal/committee/publicNotices.js';
import { peopleOf, type Workspace } from '../../../simulation/rehearsal/committee/workspace.js';
import { derivedScenario } from '../../../simulation/rehearsal/derived/derivedScenario.js';
import { reportEngineTo } from '../../../simulation/rehearsal/environment/engineLog.js';
import { type Environment, startEnvironment } from '../../../simulation/rehearsal/environment/environment.js';
import { ProblemLog } from '../../../simulation/rehearsal/environment/problemLog.js';
import { mailsAtMost } from '../../../simulation/rehearsal/model/expectedLetters.js';
import { type RehearsalResult, rehearse } from '../../../simulation/rehearsal/rehearse.js';
import { type Report, reportOn } from '../../../simulation/rehearsal/report/report.js';
import { codePrefix, recoded } from '../../support/recoded.js';

let environment: Environment;
let result: RehearsalResult;
let report: Report;
/** What people read while results are on public notice: pages, and lists as files. */
const read: { readonly subject: string; readonly text: string }[] = [];

async function readEverything({ url, clients, campaign }: Workspace): Promise<void> {
  const { office, supervisor, operator } = peopleOf({ clients });
  for (const page of ['/notices', '/announcements', `/announcements/${notice.id}`]) {
    const reply = await fetch(`${url}${page}`);
    read.push({ subject: `${page} ${reply.status}`, text: await reply.text() });
  }
  const lists = routes
    .filter(({ method, path }) => method === 'get' && !path.replace('/api/campaigns/{id}', '').includes('{'))
    .map(({ path }) => path.replace('/api/campaigns/{id}', campaign));
  for (const list of lists) {
    for (const reader of [office, supervisor, operator]) {
      const { status, text } = await reader.file(`${list}?format=csv`);
      // What anybody may read without signing in is data for programs, and has no file.
      if (status === 200 && !text.startsWith('{')) read.push({ subject: `${list} ${status}`, text });
    }
  }
}

// The notice of Kizilsu in JSON, each of its codes replaced by one that nobody has heard of.
const notice = parsePolicy(JSON.stringify(recoded(kizilsu2025)));

beforeAll(async () => {
  const problems = new ProblemLog();
  reportEngineTo(problems.log);
  const derived = derivedScenario(notice, 'tracks');
  const last = derived.tasks.findLast(({ perform }) => perform === checkPublicNotices);
  if (!last) throw new Error('nothing is on public notice');
  const reading: CampaignTask = { at: last.at, zh: '查阅', topic: 'notice', perform: readEverything };
  const scenario = { ...derived, tasks: [...derived.tasks, reading] };
  const mails = mailsAtMost(scenario);
  environment = await startEnvironment({ begin: scenario.campaign.begin, mails, problems, bundleFolder: TEST_BUNDLE });
  result = await rehearse(environment, scenario, { print: () => undefined, signal: new AbortController().signal });
  report = await reportOn(environment, result);
}, 200_000);
afterAll(() => environment?.close(), 60_000);

test('a notice with codes of its own, given as JSON, leads a candidate of each track to the title, and all checks pass', () => {
  const findings = report.checks.flatMap((check) => check.findings);
  expect({ findings, errors: report.errors, idle: report.idle }).toEqual({ findings: [], errors: [], idle: true });
  expect(report.ends.map(({ status, count }) => [status, count])).toEqual([
    ['conferred', 2],
    ['withdrawn', 3],
    ['lapsed', 1],
  ]);
});

test('no letter, no public page and no exported list shows a code', async () => {
  expect(read.map(({ subject }) => subject.split(' ')[1])).toEqual(read.map(() => '200'));
  const lists = [
    'applications',
    'experts',
    'statistics/units',
    'fees',
    'positions',
    'conferrals',
    'committees',
    'draws',
    'campaigns',
  ];
  expect(lists.filter((list) => !read.some(({ subject }) => subject.includes(`/${list} `)))).toEqual([]);
  const mails = await environment.inbox.mails();
  const shown = [...mails, ...read].filter(({ subject, text }) => `${subject}\n${text}`.includes(codePrefix));
  expect(shown.map(({ subject, text }) => [subject, text])).toEqual([]);
});

test('a candidate whose track has neither fee nor meeting reads of neither', async () => {
  const [, { zh = '' } = {}] = notice.codes.tracks;
  const run = result.runs.find(({ testCase }) => testCase.plan.ends === 'conferred' && testCase.plan.zh.startsWith(zh));
  const mails = await environment.inbox.mails();
  const own = mails.filter(({ text = '' }) => text.includes(run?.id ?? 'none'));
  expect(own.length).toBeGreaterThan(15);
  for (const { subject, text = '' } of own) {
    expect(`${subject}\n${text}`).not.toMatch(/缴|评审费|评审会|会议|通过评审|评审通过|评审结果公示期满/);
  }
});
