import type { z } from 'zod';
import { PolicyBody } from '../../../api/policy/policyBody.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import type { Policy, Ruled } from '../../../rules/policy/policy.js';
import { policyValues } from '../../../rules/policy/policyValues.js';
import { everyValue } from '../../support/everyValue.js';

type Body = z.output<typeof PolicyBody>;
/** The paths of a policy's values and of its other parts. */
type PathsOf<Part> = {
  [Name in keyof Part & string]: NonNullable<Part[Name]> extends Ruled<unknown> | readonly unknown[] | string | number
    ? Name
    : `${Name}.${PathsOf<NonNullable<Part[Name]>>}`;
}[keyof Part & string];
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** Compiles only while the body the API takes has the shape of `Policy`. */
const sameShape: Same<Body, Policy> & Same<PathsOf<Body>, PathsOf<Policy>> = true;

/** The policy with one of its values replaced, or without it. */
function having(path: string, change: (ruled: Ruled<unknown>) => object | null | undefined): unknown {
  const changed = structuredClone(aksu2024) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const section = names.reduce((part, name) => part[name] as Record<string, unknown>, changed);
  const next = change(section[last] as Ruled<unknown>);
  if (next === undefined) delete section[last];
  else section[last] = next;
  return changed;
}
const taken = (body: unknown) => PolicyBody.safeParse(body).success;

test('the API takes a policy as the table describes it, and gives it back unchanged', () => {
  expect(sameShape).toBe(true);
  for (const policy of [aksu2024, everyValue]) expect(PolicyBody.parse(policy)).toEqual(policy);
});

test('every value of the table has a place in a policy, in the order of the table', () => {
  const {
    belonging,
    localUnits,
    filing,
    delivery,
    levelWindows,
    correctionUntil,
    positionEmployers,
    feeExemptEmployers,
    evidence,
    clauses,
    contact,
    words,
    defenseFee,
    conferralCopies,
    results,
    rounds,
  } = everyValue;
  const optional = {
    belonging,
    localUnits,
    filing,
    delivery,
    levelWindows,
    correctionUntil,
    positionEmployers,
    feeExemptEmployers,
    evidence,
    clauses,
    contact,
    words,
    defenseFee,
    conferralCopies,
    results,
    rounds,
  };
  const places = policyValues({ ...aksu2024, ...optional }).map(([path]) => path);
  expect(places.toSorted()).toEqual(Object.keys(fieldsByPath).toSorted());
});

describe.each(Object.entries(fieldsByPath))('The value %s', (path, field) => {
  test('is required, and null only where a notice may leave it out', () => {
    expect(taken(having(path, () => undefined))).toBe(false);
    expect(taken(having(path, () => null))).toBe(field.optional === true);
  });

  test('is refused when it is of no kind, or without its clause', () => {
    const ruled = { clause: '通知', source: 'notice', confirmed: true };
    expect(taken(having(path, () => ({ ...ruled, value: { no: 'kind' } })))).toBe(false);
    expect(taken(having(path, (known) => ({ ...ruled, value: known?.value, clause: '' })))).toBe(false);
  });

  test('is held to its bounds where it is a number', () => {
    if (field.kind !== 'number') return;
    const of = (value: number) => taken(having(path, () => fromNotice(value, '通知')));
    expect([field.min - 1, field.min, field.max, field.max + 1].map(of)).toEqual([false, true, true, false]);
  });

  test('has a usual value of its own kind where it has one', () => {
    if (field.usual) expect(taken(having(path, () => ({ ...field.usual })))).toBe(true);
  });
});
