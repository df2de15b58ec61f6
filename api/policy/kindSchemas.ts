import { z } from 'zod';
import { identityReaders } from '../../rules/access/identityReaders.js';
import { regionCodes, regions } from '../../rules/calendar/overlays/regions.js';
import { committeeKinds, dayCounts, type Specialty } from '../../rules/policy/policy.js';
import type { FieldKind, FieldOf, KindValues } from '../../rules/policy/policyFields.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { administrativeRegion, line, paragraph } from '../http/text.js';

/** A minute in Beijing, `2024-08-30T18:00`; `T24:00` is the end of its day. */
const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$|^\d{4}-\d{2}-\d{2}T24:00$/,
    bilingualMessage('应为 2024-08-30T18:00 的形式。', 'It has to look like 2024-08-30T18:00.'),
  )
  .refine(
    (text) => z.iso.date().safeParse(text.slice(0, 10)).success,
    bilingualMessage('没有这一天。', 'There is no such day.'),
  );

const count = z.int().min(1).max(1000);
export const year = z.int().min(1990).max(2100);
export const region = z.enum(
  regionCodes,
  bilingualMessage(
    `没有这个地区，应为下列之一：${regionCodes.map((code) => `${code}（${regions[code].zh}）`).join('、')}。`,
    `There is no such region; it is one of: ${regionCodes.map((code) => `${code} (${regions[code].en})`).join(', ')}.`,
  ),
);
export const specialties: z.ZodType<readonly Specialty[]> = z
  .array(z.strictObject({ code: line(64), name: line(100), series: line(100) }))
  .min(1)
  .max(500);

const named = (code: z.ZodType<string>) => z.array(z.strictObject({ code, name: line(100) })).max(2000);

/** A code of the policy's own; whether the policy has it is checked on the whole. */
const code = line(64);
const fees = z.record(code, z.int().min(0).max(10_000_000));
const window = z.strictObject({ opens: moment, due: moment });
const windows = {
  audit: window.exactOptional(),
  payment: window.exactOptional(),
  materials: window.exactOptional(),
};
const cutoffs = z
  .array(z.strictObject({ code: line(64), name: line(100), due: moment }))
  .min(1)
  .max(200)
  .refine(
    (list) => new Set(list.map(({ code: department }) => department)).size === list.length,
    bilingualMessage('同一部门只能有一个截止时间。', 'A department can have one cutoff only.'),
  );
const committee = z.strictObject({
  code: line(64),
  name: line(200),
  kind: z.enum(committeeKinds),
  specialties: z.array(line(64)).min(1).max(500),
  fees: fees.optional(),
  windows: z.strictObject(windows).optional(),
});

/** The schema of a value of a policy, by its kind. */
export const kindSchemas: { readonly [Kind in FieldKind]: (field: FieldOf<Kind>) => z.ZodType<KindValues[Kind]> } = {
  number: ({ min, max }) => z.int().min(min).max(max),
  numbers: ({ min, max, longest }) => z.array(z.int().min(min).max(max)).max(longest),
  yesNo: () => z.boolean(),
  text: () => line(200),
  citation: () => line(200),
  words: () => z.strictObject({ zh: paragraph(5000), en: z.union([z.literal(''), paragraph(5000)]) }),
  moment: () => moment,
  window: () => window,
  levelWindows: () =>
    z
      .array(z.strictObject({ level: code, ...windows }))
      .min(1)
      .max(20),
  rounds: () =>
    z.strictObject({
      first: z.strictObject({ zh: line(50), en: line(100) }),
      later: z
        .array(
          z.strictObject({
            code: line(64),
            zh: line(50),
            en: line(100),
            filing: z.strictObject({
              opens: moment,
              applicant: moment.nullable(),
              unit: moment.nullable(),
              chain: moment.nullable(),
              byDepartment: cutoffs.nullable(),
              committee: moment,
            }),
            windows: z.strictObject(windows),
            correctionUntil: moment.nullable(),
          }),
        )
        .min(1)
        .max(11),
    }),
  period: () => z.strictObject({ days: z.int().min(1).max(366), count: z.enum(dayCounts) }),
  fraction: () =>
    z
      .strictObject({ numerator: count, denominator: count })
      .refine(
        ({ numerator, denominator }) => numerator <= denominator,
        bilingualMessage('比例不能大于1。', 'A fraction cannot be greater than 1.'),
      ),
  levels: ({ min }) => z.array(code).min(min).max(20),
  employers: () => z.array(code).min(1).max(100),
  fees: () => fees,
  defenseFee: () => z.strictObject({ fees, window: window.nullable(), workingDays: z.int().min(1).max(366) }),
  mandarin: () => z.strictObject({ minimum: line(20), grades: z.array(line(20)).min(1).max(20) }),
  skilled: () => z.record(code, z.strictObject({ years: z.int().min(1).max(20), level: code })),
  examination: () =>
    z.strictObject({
      name: line(100),
      years: z.int().min(1).max(50),
      tracks: z.array(code).min(1).max(30).nullable(),
      levels: z.array(code).min(1).max(20).nullable(),
    }),
  ages: () => z.strictObject({ male: count, female: count, femaleWorker: count }),
  committees: () => z.array(committee).min(1).max(100),
  belonging: () =>
    z
      .strictObject({ regions: named(administrativeRegion), departments: named(line(64)), units: named(line(64)) })
      .refine(
        ({ regions, departments, units }) => regions.length + departments.length + units.length > 0,
        bilingualMessage('至少写明一个地区、部门或单位。', 'Name at least one region, department or unit.'),
      ),
  cutoffs: () => cutoffs,
  roles: () => z.array(z.enum(identityReaders)).max(identityReaders.length),
  criteria: () => z.array(z.strictObject({ code: line(64), name: line(100), weight: z.int().min(1).max(100) })).max(20),
};
