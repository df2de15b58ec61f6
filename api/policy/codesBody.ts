import { z } from 'zod';
import { type CampaignCodes, omissibleStages } from '../../rules/campaign/codes.js';
import { codesOf } from '../../rules/codesOf.js';
import { degreeLevels } from '../../rules/dossier/choices.js';
import { documentKinds, sectionNames } from '../../rules/dossier/dossier.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { line, localDate } from '../http/text.js';

/** A code as policies, acts and rows hold it. */
const code = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,63}$/,
    bilingualMessage(
      '编码由小写字母、数字和下划线组成，以字母开头。',
      'A code has small letters, digits and underscores, and begins with a letter.',
    ),
  );
const coded = { code, zh: line(50), en: line(100) };
const codes = z.array(code).max(50);

/** The codes of a campaign's notice with their labels, and what the rules know of each. */
export const CodesBody: z.ZodType<CampaignCodes> = z
  .strictObject({
    levels: z
      .array(
        z.strictObject({
          ...coded,
          rank: z.int().min(1).max(50).meta({ description: '从低到高' }),
          senior: z.boolean().meta({ description: '是否为高级职称' }),
        }),
      )
      .min(1)
      .max(20),
    tracks: z
      .array(
        z.strictObject({
          ...coded,
          fullZh: line(50),
          clause: line(200),
          levels: codes.nullable().meta({ description: '可申报的级别；null 为全部' }),
          employerKinds: codes.nullable().meta({ description: '可申报的单位类别；null 为全部' }),
          bySkillCertificate: z.boolean().meta({ description: '是否凭职业资格或技能等级证书申报' }),
          entrusted: z.boolean().exactOptional().meta({ description: '是否委托其他评委会评审' }),
          omits: z.array(z.enum(codesOf(omissibleStages))).max(10),
          evidence: z
            .array(
              z.strictObject({
                section: z.enum(sectionNames),
                anyOf: z.array(z.enum(documentKinds)).min(1).max(10),
                copies: z.int().min(1).max(20).exactOptional(),
              }),
            )
            .max(50),
          grassrootsYears: z.int().min(1).max(50).exactOptional().meta({ description: '须满的基层工作年数' }),
          employerRanks: z
            .array(z.strictObject({ levels: codes.min(1), ranks: codes.min(1) }))
            .max(50)
            .exactOptional()
            .meta({ description: '各级别可申报的单位层级' }),
          conditions: z
            .array(
              z.strictObject({
                levels: codes.min(1),
                degree: z.enum(codesOf(degreeLevels)).nullable(),
                holds: code.nullable(),
                years: z.int().min(0).max(50),
                obtainedBefore: localDate.nullable(),
                obtainedFrom: localDate.nullable(),
              }),
            )
            .max(100),
        }),
      )
      .min(1)
      .max(30),
    employerKinds: z
      .array(
        z.strictObject({
          ...coded,
          mandarin: z.boolean(),
          personalAppraisal: z.boolean(),
          firstTimersExempt: z.boolean(),
        }),
      )
      .min(1)
      .max(30),
    employerRanks: z.array(z.strictObject(coded)).max(30).meta({ description: '从低到高' }),
    skillGrades: z.array(z.strictObject(coded)).max(30),
    exemptionGrounds: z
      .array(z.strictObject({ ...coded, proof: z.enum(documentKinds) }))
      .max(30)
      .meta({ description: '免于答辩的事由及其证明材料' }),
  })
  .meta({ id: 'CampaignCodes' });
