import type { LocalDate } from '../../calendar/instant.js';
import { addYears } from '../../calendar/years.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier, SectionName } from '../dossier.js';
import { birthDateOf, isIdNumber } from '../idNumber.js';
import { type Finding, findingOf } from './finding.js';

/** Secondary vocational schools take pupils at about 15 and last years: nobody has graduated at this age. */
const youngestGraduate = 14;

/** Days of the form that lie in the future, or before what has to come first. `on`: the day of the check. */
export function dateFindings(dossier: Dossier, on: LocalDate, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  return [...futureDates(dossier, on, policy), ...graduations(dossier, policy), ...titles(dossier, on, policy)];
}

function futureDates(dossier: Dossier, on: LocalDate, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  const { education, presentQualification, skilledCertificate, workHistory, basicInformation } = dossier;
  const days: readonly (readonly [SectionName, string, LocalDate | undefined])[] = [
    ['basicInformation', 'startedWorkOn', basicInformation?.startedWorkOn],
    ...(education?.entries ?? []).map(
      ({ graduatedOn }, index) => ['education', `entries.${index}.graduatedOn`, graduatedOn] as const,
    ),
    ['presentQualification', 'obtainedOn', presentQualification?.obtainedOn],
    ...(workHistory?.entries ?? []).map(({ from }, index) => ['workHistory', `entries.${index}.from`, from] as const),
    ['skilledCertificate', 'obtainedOn', skilledCertificate?.obtainedOn],
  ];
  return days.flatMap(([section, field, day]) =>
    day === undefined || day <= on
      ? []
      : [
          findingOf(
            'future_date',
            { section, field },
            { zh: '日期在今天之后，请核对。', en: 'The date lies in the future; please check.' },
            policy,
          ),
        ],
  );
}

function graduations({ education, basicInformation }: Dossier, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  const { idNumber } = basicInformation ?? {};
  if (!idNumber || !isIdNumber(idNumber)) return [];
  const earliest = addYears(birthDateOf(idNumber), youngestGraduate);
  return (education?.entries ?? []).flatMap(({ graduatedOn }, index) =>
    graduatedOn === undefined || graduatedOn >= earliest
      ? []
      : [
          findingOf(
            'graduated_as_child',
            { section: 'education', field: `entries.${index}.graduatedOn` },
            {
              zh: `毕业时不满${youngestGraduate}周岁，请核对毕业时间。`,
              en: `Graduated before the age of ${youngestGraduate}; please check the date.`,
            },
            policy,
          ),
        ],
  );
}

function titles(dossier: Dossier, on: LocalDate, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  const { presentQualification: title, education, basicInformation } = dossier;
  const { startedWorkOn } = basicInformation ?? {};
  const graduated = (education?.entries ?? []).flatMap(({ graduatedOn }) => graduatedOn ?? []).sort()[0];
  const found = (
    code: 'title_before_graduation' | 'title_before_work' | 'more_years_than_worked',
    field: string,
    zh: string,
    en: string,
  ) => findingOf(code, { section: 'presentQualification', field }, { zh, en }, policy);
  const { held, obtainedOn, yearsInProfession } = title ?? {};
  const hasDate = held === true && obtainedOn !== undefined;
  return [
    ...(hasDate && startedWorkOn !== undefined && obtainedOn < startedWorkOn
      ? [
          found(
            'title_before_work',
            'obtainedOn',
            '取得现资格的时间早于参加工作时间，请核对。',
            'The title was obtained before work began; please check.',
          ),
        ]
      : []),
    ...(hasDate && graduated !== undefined && obtainedOn < graduated
      ? [
          found(
            'title_before_graduation',
            'obtainedOn',
            '取得现资格的时间早于所填的最早毕业时间；此前还有学历的，请补充。',
            'The title is older than the first graduation given; add earlier education if there is any.',
          ),
        ]
      : []),
    // Part of a year counts as one: forms count differently.
    ...(yearsInProfession !== undefined &&
    startedWorkOn !== undefined &&
    addYears(startedWorkOn, yearsInProfession - 1) > on
      ? [
          found(
            'more_years_than_worked',
            'yearsInProfession',
            '从事专业技术工作的年限多于参加工作以来的年数，请核对。',
            'More years in the profession than since work began; please check.',
          ),
        ]
      : []),
  ];
}
