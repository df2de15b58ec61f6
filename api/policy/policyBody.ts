import { z } from 'zod';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { line, localDate } from '../http/text.js';

/** A minute in Beijing, `2024-08-30T18:00`; `T24:00` is the end of its day. */
const localDateTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d{2}-\d{2}T24:00$/,
    bilingualMessage('应为 2024-08-30T18:00 的形式。', 'It has to look like 2024-08-30T18:00.'),
  )
  .refine(
    (text) => z.iso.date().safeParse(text.slice(0, 10)).success,
    bilingualMessage('没有这一天。', 'There is no such day.'),
  );

/** A value with the clause it comes from and whether the office has confirmed it. */
function ruled<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    clause: line(200),
    source: z.enum(['notice', 'national_rule', 'default']),
    confirmed: z.boolean(),
  });
}

const level = z.enum(['junior', 'mid', 'deputy_senior']);
const grade = z.enum(['senior_worker', 'technician', 'senior_technician']);
const days = z.int().min(1).max(366);
const years = z.int().min(1).max(20);
const count = z.int().min(1).max(1000);
const year = z.int().min(1990).max(2100);
const fen = z.int().min(0).max(10_000_000);
const window = z.strictObject({ opens: localDateTime, due: localDateTime });
const fraction = z
  .strictObject({ numerator: count, denominator: count })
  .refine(
    ({ numerator, denominator }) => numerator <= denominator,
    bilingualMessage('比例不能大于1。', 'A fraction cannot be greater than 1.'),
  );
const specialty = z.strictObject({ code: line(64), name: line(100), series: line(100) });

const fees = z.strictObject({ junior: fen, mid: fen, deputy_senior: fen });
const committee = z.strictObject({
  code: line(64),
  name: line(200),
  kind: z.enum(['series', 'specialty']),
  specialties: z.array(line(64)).min(1).max(500),
  fees: fees.optional(),
});
const reviewCommittee = z.strictObject({
  committees: ruled(z.array(committee).min(1).max(100)),
  minimumSeries: ruled(count),
  minimumSpecialty: ruled(count),
  odd: ruled(z.boolean()),
  alternates: ruled(z.int().min(0).max(100)),
  termYears: ruled(years),
  planFiled: ruled(z.boolean()),
  resultsFiled: ruled(z.boolean()),
  reexaminationWorkingDays: ruled(days),
  maskPublicNotice: ruled(z.boolean()),
  criteria: ruled(
    z.array(z.strictObject({ code: line(64), name: line(100), weight: z.int().min(1).max(100) })).max(20),
  ),
  scoreDecimals: ruled(z.int().min(0).max(6)),
});

/** Every number and switch of a campaign: see `Policy` in rules/policy/policy.ts, which says what each means. */
export const PolicyBody = z
  .strictObject({
    id: line(64),
    version: z.int().min(1),
    title: line(200),
    committee: line(200),
    year,
    announcedOn: localDate,
    specialties: z.array(specialty).min(1).max(500),
    levels: ruled(z.array(level).min(1)),
    privateSpecialLevels: ruled(z.array(level)),
    filing: z.strictObject({
      opens: ruled(localDateTime),
      applicant: ruled(localDateTime).nullable(),
      unit: ruled(localDateTime).nullable(),
      chain: ruled(localDateTime).nullable(),
      committee: ruled(localDateTime),
    }),
    audit: ruled(window),
    payment: ruled(window),
    materials: ruled(window),
    paymentGraceWorkingDays: ruled(days),
    rollToWorkingDay: ruled(z.boolean()),
    dayOfActCounts: ruled(z.boolean()),
    unitPublicityWorkingDays: ruled(days),
    resultNoticeWorkingDays: ruled(days),
    maxSubmissions: ruled(z.int().min(1).max(9)),
    correction: ruled(z.strictObject({ days, count: z.enum(['calendar', 'working']) })),
    correctionViaUnit: ruled(z.boolean()).optional(),
    postingPhoto: ruled(z.boolean()).optional(),
    stages: z.strictObject({
      unitPublicity: ruled(z.boolean()),
      payment: ruled(z.boolean()),
      defense: ruled(z.boolean()),
      publicNotice: ruled(z.boolean()),
    }),
    fees: ruled(fees),
    defense: z.strictObject({
      levels: ruled(z.array(level)),
      minimumExperts: ruled(count),
      noticeDays: ruled(z.int().min(0).max(366)),
      reschedulesAfterAbsence: ruled(z.int().min(0).max(9)),
    }),
    meeting: z.strictObject({ minimumCommittee: ruled(count), quorum: ruled(fraction), threshold: ruled(fraction) }),
    sanctions: z.strictObject({ personYears: ruled(years), unitYears: ruled(years), commitmentYears: ruled(years) }),
    reminders: z.strictObject({
      daysBefore: ruled(z.array(days).max(20)),
      correctionHoursBefore: ruled(z.array(z.int().min(1).max(720)).max(20)),
    }),
    evidence: z.strictObject({
      continuingEducationYears: ruled(z.array(year).max(20)),
      appraisalYears: ruled(z.int().min(0).max(20)),
      mandarin: ruled(z.strictObject({ minimum: line(20), grades: z.array(line(20)).min(1).max(20) })),
      skilled: ruled(z.record(grade, z.strictObject({ years, level }))),
      retirementAge: ruled(z.strictObject({ male: count, female: count })),
    }),
    reviewCommittee,
  })
  .meta({ id: 'Policy' });
