import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { sanctionedUntil, sanctionTerm } from '../../../rules/sanctions/sanctions.js';

const fraud = { subject: 'person', basis: 'fraud', decidedOn: '2024-10-08' } as const;
const unit = { ...fraud, subject: 'unit' } as const;
const breach = {
  subject: 'person',
  basis: 'commitment',
  decidedOn: '2024-10-08',
  applicationYear: 2024,
} as const;
const until = (on: string, ...records: Parameters<typeof sanctionedUntil>[0]) => sanctionedUntil(records, aksu2024, on);

test('who cheated may not apply for five years from the decision, to the day', () => {
  expect(until('2024-10-08', fraud)).toBe('2029-10-08');
  expect(until('2029-10-08', fraud)).toBe('2029-10-08');
  expect(until('2029-10-09', fraud)).toBeNull();
});

test('a unit that cheated is out for three years from the decision', () => {
  expect(until('2027-10-08', unit)).toBe('2027-10-08');
  expect(until('2027-10-09', unit)).toBeNull();
});

test('a broken commitment bars the three years after the one applied in', () => {
  expect(until('2024-12-31', breach)).toBeNull();
  expect(until('2025-01-01', breach)).toBe('2027-12-31');
  expect(until('2027-12-31', breach)).toBe('2027-12-31');
  expect(until('2028-01-01', breach)).toBeNull();
});

test('of several sanctions the one that stands longest counts, and each keeps its own basis and expiry', () => {
  expect(until('2026-01-01', unit, breach, fraud)).toBe('2029-10-08');
  expect(until('2026-01-01', unit, breach)).toBe('2027-12-31');
  expect([fraud, unit, breach].map((record) => sanctionTerm(record, aksu2024))).toEqual([
    { from: '2024-10-08', until: '2029-10-08', basis: 'fraud', clause: '通知 三、其他事宜（一）' },
    { from: '2024-10-08', until: '2027-10-08', basis: 'fraud', clause: '通知 三、其他事宜（一）' },
    { from: '2025-01-01', until: '2027-12-31', basis: 'commitment', clause: '通知 附件3' },
  ]);
});

test('nobody without a record is sanctioned', () => {
  expect(until('2024-08-01')).toBeNull();
});
