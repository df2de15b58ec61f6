import { z } from 'zod';
import { endOfTerm, expertRanks } from '../../rules/committee/experts.js';
import type { Policy } from '../../rules/policy/policy.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { type FieldError, labelsOf, Problem } from '../http/problem.js';
import { line, localDate } from '../http/text.js';

const entry = {
  specialties: z
    .array(line(64))
    .min(1)
    .max(20)
    .refine(
      (codes) => new Set(codes).size === codes.length,
      bilingualMessage('同一专业只能出现一次。', 'A specialty can stand there once only.'),
    )
    .meta({ description: '专业代码；评委会审几个专业时，按列在最前的一个抽取' }),
  rank: z.enum(expertRanks),
  unitId: z.string().min(1).max(64).nullable().default(null),
  employerName: line(100),
  validFrom: localDate,
  validUntil: localDate.meta({ description: '任期届满次日' }),
};

/** An entry of the pool with its person's name. */
export const ExpertEntry = z.strictObject({ name: line(100), ...entry });
/** Somebody for the pool. Who has an account under this address keeps it; anybody else gets one. */
export const NewExpert = z.strictObject({ email: z.email().max(254), name: line(100), ...entry });
export type NewExpert = z.infer<typeof NewExpert>;
export const ExpertChange = z.strictObject({ ...entry, unitId: entry.unitId.unwrap(), active: z.boolean() }).partial();

/** What a campaign's policy says against an entry: unknown specialties, a term that is none or too long. */
export function entryFaults(
  { specialties, validFrom, validUntil }: Pick<NewExpert, 'specialties' | 'validFrom' | 'validUntil'>,
  policy: Policy,
): readonly FieldError[] {
  const { termYears } = policy.reviewCommittee;
  const known = policy.specialties.map(({ code }) => code);
  const faults: FieldError[] = specialties
    .filter((code) => !known.includes(code))
    .map((code) => ({
      field: 'specialties',
      message: `本年度评审没有专业“${code}”。`,
      messageEn: `This annual review has no specialty “${code}”.`,
    }));
  if (validUntil <= validFrom)
    faults.push({
      field: 'validUntil',
      message: '任期届满应晚于任期开始。',
      messageEn: 'A term has to end after it begins.',
    });
  if (validUntil > endOfTerm(validFrom, termYears.value)) {
    faults.push({
      field: 'validUntil',
      message: `任期不得超过${termYears.value}年（${termYears.clause}）。`,
      messageEn: `A term cannot be longer than ${termYears.value} years (${termYears.clause}).`,
    });
  }
  return faults;
}

/** @throws Problem `body_invalid` with every fault, and the clause of the term where it is about that */
export function refuseFaults(faults: readonly FieldError[], policy: Policy): void {
  const [first] = faults;
  if (!first) return;
  const clause = first.field.endsWith('validUntil') ? policy.reviewCommittee.termYears.clause : null;
  throw new Problem('body_invalid', labelsOf(first), { errors: faults, field: first.field, clause });
}
