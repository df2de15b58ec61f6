import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import type { Actor } from '../../../rules/application/act.js';
import { mayAct } from '../../../rules/application/decide.js';
import { openingFacts } from '../../../rules/application/facts.js';
import { events, roles, statuses } from '../../../rules/application/lifecycle.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { campaignEvents, campaignStatuses } from '../../../rules/campaign/campaignLaw.js';
import { newCampaign, scheduleOf } from '../../../rules/campaign/campaignSchedule.js';
import { isCampaignRefusal, mayActOnCampaign } from '../../../rules/campaign/decideCampaign.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { calendar2024 } from '../../support/facts.js';

/** The same rules in a notice that numbers everything otherwise. */
function renumbered(policy: Policy): Policy {
  const walk = (part: unknown, key: string, section = ''): unknown => {
    if (Array.isArray(part)) return part.map((one) => walk(one, key));
    if (typeof part === 'string' && key === 'clause') return `乙通知 ${part.length}`;
    if (typeof part !== 'object' || part === null) return part;
    const isValue = 'clause' in part && 'confirmed' in part;
    if (isValue && section === 'clauses') return { ...part, value: `乙通知 ${key}` };
    if (isValue) return { ...part, clause: `乙通知 ${key}` };
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, name, key)]));
  };
  return walk(policy, '') as Policy;
}
const policy = renumbered(aksu2024);
const foreign = /(?<!乙)通知 /;

test('a basis of several clauses names the document once, and a clause the notice lacks is named as such', () => {
  expect(cite(aksu2024, ['payment_window', 'fees'])).toBe('通知 三（三）、三、其他事宜（四）');
  expect(cite(aksu2024, ['result_notice', 'national'])).toBe('通知 三（五）、人社部令第40号');
  const silent = { clauses: { ...aksu2024.clauses, mandarin: null } };
  expect(cite(silent, 'mandarin')).toBe('普通话（通知未规定）');
});

test('whoever is refused in another notice is told a clause of that notice', () => {
  const campaign = newCampaign(policy.id, scheduleOf(policy, calendar2024), true);
  const now = instantOf('2024-07-01T00:00');
  const actors = roles.flatMap((role): Actor[] => [
    { role, personId: 'other', scope: null },
    { role, personId: 'other', scope: 'elsewhere' },
    { role, personId: 'applicant', scope: null },
  ]);
  const profile = {
    level: 'deputy_senior',
    track: 'private_special',
    employerKind: 'public_institution',
    specialty: 'none',
    defenseExempt: true,
  };
  const identity = {
    applicationId: 'a',
    campaignId: policy.id,
    applicantId: 'applicant',
    unitId: 'u',
    chain: [],
    profile,
  };
  const refusals = [
    ...statuses.flatMap((status) =>
      events.flatMap((event) =>
        actors.map((actor) => mayAct({ ...openingFacts(identity), status }, event, actor, policy, calendar2024, now)),
      ),
    ),
    ...campaignStatuses.flatMap((status) =>
      campaignEvents.flatMap((event) => actors.map((actor) => mayActOnCampaign({ ...campaign, status }, event, actor))),
    ),
  ];
  const clauses = refusals.flatMap((refusal) => (isCampaignRefusal(refusal) ? [refusal.clause] : []));
  expect(clauses.length).toBeGreaterThan(1000);
  expect(clauses.filter((clause) => foreign.test(clause))).toEqual([]);
  const lacking = [...missingItems({}, [], profile, policy), ...ineligibilities({}, profile, policy, '2024-08-01')];
  expect(lacking.length).toBeGreaterThan(20);
  expect(lacking.filter(({ clause }) => foreign.test(clause))).toEqual([]);
});

test('no rule knows where a notice has something: only the data of a campaign does', () => {
  const folder = path.join(ROOT, 'rules');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const naming = files
    .filter((file) => !file.startsWith(path.join('policy', 'campaigns')))
    .filter((file) =>
      /通知 ?[一二三四五六七八九十附]/.test(withoutComments(readFileSync(path.join(folder, file), 'utf8'))),
    );
  expect(files.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});
