import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { derivedScenario } from '../../../simulation/rehearsal/derived/derivedScenario.js';
import { reportEngineTo } from '../../../simulation/rehearsal/environment/engineLog.js';
import { type Environment, startEnvironment } from '../../../simulation/rehearsal/environment/environment.js';
import { ProblemLog } from '../../../simulation/rehearsal/environment/problemLog.js';
import { mailsAtMost } from '../../../simulation/rehearsal/model/expectedLetters.js';
import { type RehearsalResult, rehearse } from '../../../simulation/rehearsal/rehearse.js';
import { type Report, reportOn } from '../../../simulation/rehearsal/report/report.js';
import { parsePolicy } from '../../../simulation/rehearsal/scenarioFor.js';
import { codePrefix, recoded } from '../../support/recoded.js';

let environment: Environment;
let result: RehearsalResult;
let report: Report;

// The notice of Kizilsu in JSON, each of its codes replaced by one that nobody has heard of.
const notice = parsePolicy(JSON.stringify(recoded(kizilsu2025)));

beforeAll(async () => {
  const problems = new ProblemLog();
  reportEngineTo(problems.log);
  const scenario = derivedScenario(notice, 'tracks');
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
    ['withdrawn', 1],
    ['lapsed', 1],
  ]);
});

test('no letter and no public page shows a code', async () => {
  const mails = await environment.inbox.mails();
  const pages = await Promise.all(
    ['/notices', '/revocations'].map(async (page) => ({
      subject: page,
      text: await (await fetch(`${environment.url}${page}`)).text(),
    })),
  );
  const shown = [...mails, ...pages].filter(({ subject, text }) => `${subject}\n${text}`.includes(codePrefix));
  expect(shown.map(({ subject, text }) => [subject, text])).toEqual([]);
});
