import { z } from 'zod';
import { codesOf } from '../../rules/codesOf.js';
import { employmentStatuses, genders, postKinds } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { birthDateOf, genderOf } from '../../rules/dossier/idNumber.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { date, oneOf, text } from './fields.js';
import { idNumber } from './idNumber.js';

const phone = z
  .string(bilingualMessage('应为文字。', 'It has to be text.'))
  .trim()
  .regex(
    /^(\+?[\d\s-]{7,20})?$/,
    bilingualMessage('联系电话只能包含数字、空格和连字符。', 'A telephone number has digits, spaces and hyphens only.'),
  )
  .exactOptional();

/** 通知 四（一）1: basic information. The ID number must agree with the gender and the start of work. */
export const basicInformation = z
  .strictObject({
    name: text(100),
    gender: oneOf(codesOf(genders)),
    ethnicity: text(50),
    politicalStatus: text(50),
    idNumber,
    phone,
    position: text(100),
    postKind: oneOf(codesOf(postKinds)),
    startedWorkOn: date,
    employmentStatus: oneOf(codesOf(employmentStatuses)),
  })
  .superRefine((person, context) => {
    if (!person.idNumber) return;
    if (person.gender && person.gender !== genderOf(person.idNumber)) {
      context.addIssue({
        code: 'custom',
        path: ['gender'],
        message: bilingualMessage(
          '性别与身份证号不一致，请核对。',
          'The gender does not agree with the ID number; please check.',
        ),
      });
    }
    if (person.startedWorkOn && person.startedWorkOn <= birthDateOf(person.idNumber)) {
      context.addIssue({
        code: 'custom',
        path: ['startedWorkOn'],
        message: bilingualMessage(
          '参加工作时间早于出生日期，请核对。',
          'Work began before the date of birth; please check.',
        ),
      });
    }
  }) satisfies z.ZodType<NonNullable<Dossier['basicInformation']>>;
