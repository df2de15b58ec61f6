import fc from 'fast-check';
import { addDays, endOfDay, instantOf, startOfDay } from '../../../rules/calendar/instant.js';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyValues } from '../../../rules/policy/policyValues.js';
import { everyValue } from '../../support/everyValue.js';

describe('a campaign is data', () => {
  test('the windows of 2024 are half-open instants of Beijing', () => {
    expect(instantOf(aksu2024.filing.opens.value)).toBe(Date.parse('2024-07-22T00:00:00+08:00'));
    expect(instantOf(aksu2024.filing.committee.value)).toBe(Date.parse('2024-08-30T18:00:00+08:00'));
    expect(instantOf(aksu2024.audit.value.due)).toBe(Date.parse('2024-09-11T00:00:00+08:00'));
    expect(instantOf(aksu2024.payment.value.due)).toBe(Date.parse('2024-09-16T00:00:00+08:00'));
  });

  test('every value names its clause; the notice confirms its own, and nothing else is confirmed', () => {
    for (const [path, { clause, source, confirmed: sure }] of policyValues(aksu2024)) {
      expect([path, clause === '']).toEqual([path, false]);
      expect([path, sure]).toEqual([path, source === 'notice']);
    }
  });

  test('the notice of Kizilsu opens at an hour, and cuts each stage off after the one before', () => {
    const { opens, applicant, unit, chain, committee } = everyValue.filing;
    expect(instantOf(opens.value)).toBe(Date.parse('2025-10-11T10:00:00+08:00'));
    const cutoffs = [opens, applicant, unit, chain, committee].map((one) => instantOf(one?.value ?? ''));
    expect(cutoffs).toEqual([...cutoffs].sort((a, b) => a - b));
    expect(new Set(everyValue.specialties.map(({ series }) => series)).size).toBeGreaterThan(1);
  });

  test('confirming changes no value', () => {
    const values = (policy: Policy) => policyValues(policy).map(([path, { value }]) => [path, value]);
    expect(values(confirmed(aksu2024))).toEqual(values(aksu2024));
    expect(policyValues(confirmed(aksu2024)).every(([, ruled]) => ruled.confirmed)).toBe(true);
  });

  test('whatever today is, filing, audit and payment of the moved campaign are open all day', () => {
    const someDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(someDay, fc.constantFrom(aksu2024, everyValue), (today, policy) => {
        const moved = movedAround(policy, today, 'demo');
        const { opens, committee } = moved.filing;
        const windows = [moved.audit, moved.payment, moved.materials].map((window) => window?.value);
        for (const window of [{ opens: opens.value, due: committee.value }, ...windows]) {
          if (!window) throw new Error('a window is lost');
          expect(instantOf(window.opens)).toBeLessThanOrEqual(startOfDay(today));
          expect(instantOf(window.due)).toBeGreaterThan(endOfDay(today));
        }
        expect(moved.id).toBe('demo');
        expect(moved.evidence.continuingEducationYears.value.at(-1)).toBe(moved.year);
        expect(moved.title).toContain(String(moved.year));
      }),
    );
  });

  test.each([aksu2024, kizilsu2025, province2025])(
    'the moved campaign of $id may open once it is confirmed',
    (policy) => {
      const calendar = buildCalendar({ years: [2026, 2027], overlays: [] });
      const errors = lint(confirmed(movedAround(policy, '2026-11-24', 'demo')), calendar).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
    },
  );
});
