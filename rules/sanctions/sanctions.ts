import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import type { Policy } from '../policy/policy.js';

/** Whom a sanction is about. */
export const sanctionSubjects = ['person', 'unit'] as const;
export type SanctionSubject = (typeof sanctionSubjects)[number];
export const sanctionSubjectLabels: Readonly<Record<SanctionSubject, BilingualText>> = {
  person: { zh: '个人', en: 'A person' },
  unit: { zh: '单位', en: 'A unit' },
};

/** Fraud, or a breach of the commitment (附件3), which only a person signs. */
export const sanctionGrounds = ['fraud', 'commitment'] as const;
export type SanctionGround = (typeof sanctionGrounds)[number];
export const sanctionGroundLabels: Readonly<Record<SanctionGround, BilingualText>> = {
  fraud: { zh: '弄虚作假', en: 'Fraud' },
  commitment: { zh: '违反承诺', en: 'A broken commitment' },
};

/**
 * A sanction on record. The two bases of the notice differ: fraud counts from the decision (通知 三、其他事宜（一）), a breach of the
 * commitment from the year after the one applied in (附件3); only a person signs a commitment.
 */
export type Sanction =
  | { readonly subject: SanctionSubject; readonly basis: 'fraud'; readonly decidedOn: LocalDate }
  | {
      readonly subject: 'person';
      readonly basis: 'commitment';
      readonly decidedOn: LocalDate;
      /** The year applied in (申报年度). */
      readonly applicationYear: number;
    };

/** How long a sanction lasts, both days included, and why. */
export interface SanctionTerm {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly basis: SanctionGround;
  readonly clause: string;
}

/** The term of one sanction, by its own basis. */
export function sanctionTerm(sanction: Sanction, { sanctions }: Policy): SanctionTerm {
  if (sanction.basis === 'commitment') {
    const { value, clause } = sanctions.commitmentYears;
    const first = sanction.applicationYear + 1;
    return { from: `${first}-01-01`, until: `${first + value - 1}-12-31`, basis: 'commitment', clause };
  }
  const { value, clause } = sanction.subject === 'person' ? sanctions.personYears : sanctions.unitYears;
  const { decidedOn } = sanction;
  return { from: decidedOn, until: addYears(decidedOn, value), basis: 'fraud', clause };
}

/** The last day of the longest sanction in force on this day, of the person's and the unit's together; null when none. */
export function sanctionedUntil(records: readonly Sanction[], policy: Policy, on: LocalDate): LocalDate | null {
  const lastDays = records
    .map((record) => sanctionTerm(record, policy))
    .filter(({ from, until }) => from <= on && on <= until)
    .map(({ until }) => until)
    .sort();
  return lastDays.at(-1) ?? null;
}
