import fc from 'fast-check';
import { checkDraft } from '../../../api/drafts/checkDraft.js';
import { parsePolicy } from '../../../api/policy/parsePolicy.js';
import { canonical } from '../../../rules/canonical.js';
import { shippedPolicies } from '../../../rules/policy/campaigns/shipped.js';
import { blankDraft } from '../../../rules/policy/drafts/blankDraft.js';
import { draftPathOf, draftPaths } from '../../../rules/policy/drafts/draftPaths.js';
import { type DraftValues, draftOf, policyOfDraft } from '../../../rules/policy/drafts/draftValues.js';
import { shiftedDraft } from '../../../rules/policy/drafts/shiftedDraft.js';
import { campaignSteps, pathsOfStep, stepOf } from '../../../rules/policy/drafts/steps.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import { shippedCalendar } from '../../../rules/policy/newerCalendar.js';
import { policyValues } from '../../../rules/policy/policyValues.js';
import { everyValue } from '../../support/everyValue.js';

const now = Date.parse('2024-07-20T10:00:00+08:00');
const check = (values: DraftValues) => checkDraft({ basis: 'blank', values }, now, shippedCalendar);
const policies = [...shippedPolicies, everyValue];

describe('The steps in which a campaign is set up', () => {
  test('have every part and value of a policy once', () => {
    const without = draftPaths.filter((path) => stepOf(path) === null);
    if (without.length > 0)
      throw new Error(
        `no step shows ${without.join(', ')}: say in rules/policy/drafts/steps.ts where it is written, by path or by kind`,
      );
    expect(campaignSteps.flatMap(pathsOfStep).toSorted()).toEqual([...draftPaths].toSorted());
  });

  test.each(policies)('have every part of $id: nothing of it lies outside', (policy) => {
    const inside = [...policyValues(policy).map(([path]) => path)];
    expect(inside.filter((path) => stepOf(path) === null)).toEqual([]);
    const heads = Object.keys(policy).filter(
      (name) => !Object.keys(fieldsByPath).some((path) => path.split('.')[0] === name),
    );
    expect(
      heads.filter((name) => name !== 'version' && !draftPaths.some((path) => path.split('.')[0] === name)),
    ).toEqual([]);
  });

  test.each(policies)('write $id value by value, as it is shipped, from nothing', (policy) => {
    const entered = Object.entries(draftOf(policy));
    const written: DraftValues = Object.fromEntries(
      campaignSteps.flatMap((step) => entered.filter(([path]) => pathsOfStep(step).includes(path))),
    );
    expect(policyOfDraft(written)).toEqual(policy);
    expect(check(written)).toMatchObject({ errors: [], policy });
    expect(parsePolicy(canonical(policyOfDraft(written)))).toEqual(policy);
  });
});

describe('A draft', () => {
  test('that is blank has the usual values with their sources, none confirmed, and says what is missing', () => {
    const blank = blankDraft('2026-03-01');
    const { errors, findings, policy } = check(blank);
    expect(policy).toBeNull();
    const missing = [...new Set(errors.map(({ field }) => draftPathOf(field)))];
    expect(missing).toEqual(
      expect.arrayContaining(['title', 'committee', 'specialties', 'codes.levels', 'levels', 'filing.opens', 'fees']),
    );
    expect(missing).not.toContain('meeting.quorum');
    expect(findings.filter(({ code }) => code === 'value_unconfirmed').map(({ path }) => path)).toContain(
      'meeting.quorum',
    );
    expect(findings.every(({ path }) => path !== null && !missing.includes(path))).toBe(true);
  });

  test.each(policies)('of $id tells of what it has, whatever is missing or wrong, and no false thing', (policy) => {
    const all = draftOf(policy);
    const paths = Object.keys(all);
    const wrong = fc.constantFrom<unknown>(undefined, null, 0, 'x', [], {}, { value: 'x' }, [{ code: 'x' }], true);
    const broken = fc.dictionary(fc.constantFrom(...paths), wrong, { maxKeys: 6 });
    const known = new Set(lint(policy, shippedCalendar(policy)).map(({ code, path }) => `${code} ${path}`));
    fc.assert(
      fc.property(broken, (parts) => {
        const { errors, findings } = check({ ...all, ...parts });
        expect(Array.isArray(errors)).toBe(true);
        if (Object.values(parts).every((part) => part === undefined))
          for (const { code, path, date } of findings)
            if (date === null && code === 'value_unconfirmed') expect(known).toContain(`${code} ${path}`);
      }),
      { numRuns: 25, seed: 15 },
    );
  });

  test('of another year has every date of its basis so much later, to be confirmed, and the years of education', () => {
    for (const policy of shippedPolicies) {
      const next = shiftedDraft(draftOf(policy), 2) as Readonly<Record<string, never>>;
      const { errors, policy: moved } = check(next);
      expect(errors).toEqual([]);
      expect(moved).toMatchObject({ year: policy.year + 2, id: policy.id.replace(/\d{4}/, String(policy.year + 2)) });
      expect(moved?.title).toContain(String(policy.year + 2));
      const before = new Map(policyValues(policy));
      for (const [path, value] of moved ? policyValues(moved) : []) {
        const old = before.get(path);
        const changed = JSON.stringify(old?.value) !== JSON.stringify(value.value);
        expect(JSON.stringify(value.value)).not.toContain(`${policy.year - 1}-`);
        if (changed) expect(value).toMatchObject({ confirmed: false, clause: old?.clause });
        else expect(value).toEqual(old);
      }
      expect(shiftedDraft(draftOf(policy), 0)).toEqual(draftOf(policy));
    }
  });
});
