import { addYears } from '../../calendar/years.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier } from '../dossier.js';
import { birthDateOf, genderOf, isIdNumber } from '../idNumber.js';
import { type Finding, findingOf } from './finding.js';

/** 劳动法 第十五条: nobody is employed before this age. */
const youngestAtWork = 16;

/** Whether the ID number is one, and agrees with the gender and the beginning of work. It says no birthday. */
export function identityFindings({ basicInformation }: Dossier, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  const { idNumber, gender, startedWorkOn } = basicInformation ?? {};
  if (!idNumber) return [];
  const found = (code: 'id_checksum' | 'gender_differs' | 'worked_as_child', field: string, zh: string, en: string) =>
    findingOf(code, { section: 'basicInformation', field }, { zh, en }, policy);
  if (!isIdNumber(idNumber))
    return [
      found(
        'id_checksum',
        'idNumber',
        '身份证号的校验码不对，请核对18位号码。',
        'The check digit of the ID number is wrong; please check its 18 characters.',
      ),
    ];
  const childUntil = addYears(birthDateOf(idNumber), youngestAtWork);
  return [
    ...(gender === undefined || gender === genderOf(idNumber)
      ? []
      : [
          found(
            'gender_differs',
            'gender',
            '性别与身份证号不一致，请核对。',
            'The gender does not agree with the ID number; please check.',
          ),
        ]),
    ...(startedWorkOn === undefined || startedWorkOn >= childUntil
      ? []
      : [
          found(
            'worked_as_child',
            'startedWorkOn',
            `参加工作时不满${youngestAtWork}周岁，请核对参加工作时间。`,
            `Work began before the age of ${youngestAtWork}; please check the date.`,
          ),
        ]),
  ];
}
