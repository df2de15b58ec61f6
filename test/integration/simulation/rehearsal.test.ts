import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import { checkAll } from '../../../simulation/rehearsal/checks/checkAll.js';
import { observeAll } from '../../../simulation/rehearsal/checks/observation.js';
import { reportEngineTo } from '../../../simulation/rehearsal/environment/engineLog.js';
import { type Environment, startEnvironment } from '../../../simulation/rehearsal/environment/environment.js';
import { ProblemLog } from '../../../simulation/rehearsal/environment/problemLog.js';
import { mailsAtMost } from '../../../simulation/rehearsal/model/expectedLetters.js';
import { plans } from '../../../simulation/rehearsal/plans/allPlans.js';
import { type RehearsalResult, rehearse } from '../../../simulation/rehearsal/rehearse.js';
import { markdown } from '../../../simulation/rehearsal/report/markdown.js';
import { allChecksPass, type Report, reportOn } from '../../../simulation/rehearsal/report/report.js';
import { buildScenario } from '../../../simulation/rehearsal/scenario.js';

const printed: string[] = [];
let environment: Environment;
let result: RehearsalResult;
let report: Report;

beforeAll(async () => {
  const problems = new ProblemLog();
  reportEngineTo(problems.log);
  const scenario = buildScenario(plans.length);
  const mails = mailsAtMost(scenario);
  environment = await startEnvironment({
    begin: scenario.campaign.begin,
    mails,
    problems,
    bundleFolder: TEST_BUNDLE,
  });
  const print = (line: string) => printed.push(line);
  result = await rehearse(environment, scenario, { print, signal: new AbortController().signal });
  report = await reportOn(environment, result);
}, 400_000);
afterAll(() => environment?.close(), 60_000);

/** Checks one plan's application again. */
async function findingsOf(name: string) {
  const index = result.runs.findIndex(({ testCase }) => testCase.name === name);
  const observations = await observeAll(
    environment,
    result.runs.slice(index, index + 1),
    result.scenario.expected.slice(index),
  );
  return checkAll(observations).flatMap(({ en, findings }) => findings.map((finding) => ({ en, ...finding })));
}

test('it uses the database as an installation does, and could not switch off what protects the record', async () => {
  const off = environment.db.pool.query('ALTER TABLE events DISABLE TRIGGER USER');
  await expect(off).rejects.toThrow('must be owner of table events');
});

test('with every plan once, all checks pass', () => {
  const findings = report.checks.flatMap((check) => check.findings);
  expect({ findings, errors: report.errors, idle: report.idle }).toEqual({
    findings: [],
    errors: [],
    idle: true,
  });
  expect(allChecksPass(report)).toBe(true);
  expect(report.applications).toBe(plans.length);
});

test('the report shows ends, deadlines, reminders, letters, refusals and findings of the linter', () => {
  const text = markdown(report, { seconds: 60, processorSeconds: 80 });
  for (const { status, count, expected } of report.ends) {
    expect(count).toBe(expected);
    expect(text).toContain(`| ${status} | ${count} | ${expected} |`);
  }
  expect(report.deadlines.map(([name]) => name).sort()).toEqual([
    'correction_due',
    'filing_cutoff',
    'notice_period',
    'payment_due',
    'publicity_period',
  ]);
  expect(report.mails).toBe(report.letters.reduce((sum, [, count]) => sum + count, 0));
  expect(text).toContain('deadline_passed (409)');
  expect(text).toContain('last_safe_publicity_day 2024-08-22');
  expect(text).toContain('全部相符');
});

test('draw, defense, votes and fan-out of the committee are each verified through the API', () => {
  const checked = report.checks.map(({ en }) => en);
  expect(checked).toEqual(
    expect.arrayContaining([
      'the campaign runs through its statuses',
      'the draw, verified offline',
      'invitations, successors, recusals, the chair',
      'defenses by session and individual sheets',
      'ballots verified offline, every tally as planned',
      'outcomes applied, the counts add up',
      'the public notice begins the day after, with names',
      'certificate numbers without a gap, looked up by the public',
      'fraud: two people, the title revoked',
      "the campaign's letters arrived once",
    ]),
  );
  const voted = report.committeeLines
    .filter((line) => line.startsWith('评审会'))
    .map((line) => line.match(/votes (\d+)/)?.[1]);
  const planned = result.runs.flatMap(({ testCase }) =>
    testCase.plan.steps.filter(({ event, refused }) => event === 'record_tally' && refused === null),
  );
  expect(voted.map(Number).reduce((sum, votes) => sum + votes, 0)).toBe(planned.length);
});

test('progress is one line for each day on which something happened', () => {
  const days = printed.map((line) => line.slice(0, 10));
  expect(days[0]).toBe('2024-07-15');
  expect(new Set(days).size).toBe(days.length);
});

test('a row that differs from its workflow and its events is found, with the name of its plan', async () => {
  const name = 'two_submissions';
  const id = result.runs.find(({ testCase }) => testCase.name === name)?.id;
  expect(await findingsOf(name)).toEqual([]);
  await environment.db.$executeRaw`
    UPDATE applications SET submissions = 3, facts = jsonb_set(facts, '{submissions}', '3') WHERE id = ${id}::uuid`;
  const findings = await findingsOf(name);
  expect(new Set(findings.map((finding) => finding.name))).toEqual(new Set([name]));
  expect(findings.map(({ en }) => en)).toEqual(
    expect.arrayContaining(['every row equals its workflow', 'every row is the fold of its events']),
  );
  const falsified = { ...report, checks: [{ zh: '', en: '', findings }] };
  expect(allChecksPass(falsified)).toBe(false);
  expect(markdown(falsified, { seconds: 60, processorSeconds: null })).toContain(
    `**${name}** (${id}): row, workflow.submissions: 3 ≠ 2`,
  );
});
