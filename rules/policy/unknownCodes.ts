import type { BilingualText } from '../bilingualText.js';
import type { Policy } from './policy.js';

/** A code that a policy uses and does not have, with the place it stands in. */
export interface UnknownCode extends BilingualText {
  /** Its path in the policy, `codes.tracks.1.levels`. */
  readonly path: readonly (string | number)[];
}

type Known = Pick<
  Policy,
  | 'codes'
  | 'levels'
  | 'levelWindows'
  | 'rounds'
  | 'positionEmployers'
  | 'feeExemptEmployers'
  | 'specialties'
  | 'fees'
  | 'defenseFee'
  | 'stages'
  | 'defense'
  | 'evidence'
  | 'reviewCommittee'
>;

/** Two entries with one code: whoever names it would mean either. */
function repeated(path: UnknownCode['path'], codes: readonly string[]): UnknownCode[] {
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  return [...new Set(twice)].map((code) => ({
    path,
    zh: `编码“${code}”重复，每项应各有编码。`,
    en: `The code “${code}” stands there twice; each entry has its own.`,
  }));
}

/**
 * Everything in a policy that names a level, track, kind of employer, grade or specialty the policy does not have, and every
 * level without a fee: what the law would otherwise drop silently. Empty: every code is known.
 */
export function unknownCodes(policy: Known): readonly UnknownCode[] {
  const { codes, specialties } = policy;
  const known = {
    level: codes.levels.map(({ code }) => code),
    track: codes.tracks.map(({ code }) => code),
    employerKind: codes.employerKinds.map(({ code }) => code),
    employerRank: codes.employerRanks.map(({ code }) => code),
    skillGrade: codes.skillGrades.map(({ code }) => code),
    specialty: specialties.map(({ code }) => code),
  };
  const names = {
    level: { zh: '级别', en: 'level' },
    track: { zh: '申报途径', en: 'track' },
    employerKind: { zh: '单位类别', en: 'kind of employer' },
    employerRank: { zh: '单位层级', en: 'rank of units' },
    skillGrade: { zh: '技能等级', en: 'grade' },
    specialty: { zh: '专业', en: 'specialty' },
  } as const;
  const among = (kind: keyof typeof known, path: UnknownCode['path'], used: readonly string[] | null): UnknownCode[] =>
    (used ?? [])
      .filter((code) => !known[kind].includes(code))
      .map((code) => ({
        path,
        zh: `本政策没有编码为“${code}”的${names[kind].zh}，请先在编码表中写明。`,
        en: `This policy has no ${names[kind].en} with the code “${code}”; please define it among the codes first.`,
      }));
  const feesFor = (path: UnknownCode['path'], fees: Readonly<Record<string, number>>): UnknownCode[] => [
    ...among('level', path, Object.keys(fees)),
    ...policy.levels.value
      .filter((level) => fees[level] === undefined)
      .map((level) => {
        const { zh, en } = codes.levels.find(({ code }) => code === level) ?? { zh: level, en: level };
        return { path, zh: `${zh}没有收费标准。`, en: `There is no fee for the level “${en}”.` };
      }),
  ];
  return [
    ...repeated(['codes', 'levels'], known.level),
    ...repeated(
      ['codes', 'tracks'],
      codes.tracks.map(({ code }) => code),
    ),
    ...repeated(['codes', 'employerKinds'], known.employerKind),
    ...repeated(['codes', 'employerRanks'], known.employerRank),
    ...repeated(['codes', 'skillGrades'], known.skillGrade),
    ...repeated(
      ['codes', 'exemptionGrounds'],
      codes.exemptionGrounds.map(({ code }) => code),
    ),
    ...repeated(['specialties'], known.specialty),
    ...codes.tracks.flatMap(
      ({ levels, employerKinds, conditions, omits, entrusted = false, employerRanks = [] }, index) => {
        const at = (part: string) => ['codes', 'tracks', index, part];
        const judges = omits.includes('meeting') && !omits.includes('defense');
        const judgedTwice = entrusted && !(omits.includes('meeting') && omits.includes('defense'));
        return [
          ...among('level', at('levels'), levels),
          ...among('employerKind', at('employerKinds'), employerKinds),
          ...employerRanks.flatMap((one) => [
            ...among('level', at('employerRanks'), one.levels),
            ...among('employerRank', at('employerRanks'), one.ranks),
          ]),
          ...conditions.flatMap((one) => [
            ...among('level', at('conditions'), one.levels),
            ...among('level', at('conditions'), one.holds === null ? null : [one.holds]),
          ]),
          ...(judgedTwice
            ? [
                {
                  path: at('entrusted'),
                  zh: '委托其他评委会评审的途径，本地不再答辩、不经评审会，请略去这两个环节。',
                  en: 'Where another committee carries out the review there is no defense and no meeting here; please leave both out.',
                },
              ]
            : []),
          ...(judges && !judgedTwice
            ? [
                {
                  path: at('omits'),
                  zh: '不经评审会的途径也不答辩：答辩成绩只供评审会使用。请把“答辩”一并略去。',
                  en: 'A track without a meeting holds no defense either: only the meeting uses its score. Please leave both out.',
                },
              ]
            : []),
        ];
      },
    ),
    ...among('level', ['levels', 'value'], policy.levels.value),
    ...(policy.levelWindows?.value ?? []).flatMap(({ level }, index) =>
      among('level', ['levelWindows', 'value', index, 'level'], [level]),
    ),
    ...repeated(
      ['levelWindows', 'value'],
      (policy.levelWindows?.value ?? []).map(({ level }) => level),
    ),
    ...repeated(
      ['rounds', 'value', 'later'],
      (policy.rounds?.value.later ?? []).map(({ code }) => code),
    ),
    ...among('employerKind', ['positionEmployers', 'value'], policy.positionEmployers?.value ?? null),
    ...among('employerKind', ['feeExemptEmployers', 'value'], policy.feeExemptEmployers?.value ?? null),
    ...among('level', ['defense', 'levels', 'value'], policy.defense.levels.value),
    ...feesFor(['fees', 'value'], policy.fees.value),
    ...defenseFeeProblems(policy, (path, used) => among('level', path, used)),
    ...among(
      'track',
      ['evidence', 'examination', 'value', 'tracks'],
      policy.evidence.examination?.value.tracks ?? null,
    ),
    ...among(
      'level',
      ['evidence', 'examination', 'value', 'levels'],
      policy.evidence.examination?.value.levels ?? null,
    ),
    ...Object.entries(policy.evidence.skilled.value).flatMap(([grade, { level }]) => [
      ...among('skillGrade', ['evidence', 'skilled', 'value', grade], [grade]),
      ...among('level', ['evidence', 'skilled', 'value', grade, 'level'], [level]),
    ]),
    ...policy.reviewCommittee.committees.value.flatMap(({ fees }, index) =>
      fees === undefined ? [] : feesFor(['reviewCommittee', 'committees', 'value', index, 'fees'], fees),
    ),
  ];
}

/** A defense fee where none can fall due: without a fee or a defense at all, or for a level that does not defend. */
function defenseFeeProblems(
  { defenseFee, stages, defense, codes }: Known,
  unknownLevels: (path: UnknownCode['path'], used: readonly string[]) => UnknownCode[],
): UnknownCode[] {
  if (!defenseFee) return [];
  const path = ['defenseFee', 'value', 'fees'];
  const levels = Object.keys(defenseFee.value.fees);
  const known = levels.filter((level) => codes.levels.some(({ code }) => code === level));
  const idle = known.filter((level) => !defense.levels.value.includes(level));
  return [
    ...unknownLevels(path, levels),
    ...(stages.payment.value && stages.defense.value
      ? []
      : [
          {
            path: ['defenseFee'],
            zh: '本次评审不缴费或不答辩，不能另收答辩费。',
            en: 'No fee is asked for, or no defense held, so that no defense fee can fall due.',
          },
        ]),
    ...idle.map((level) => ({
      path: [...path, level],
      zh: `级别“${level}”不答辩，不能收答辩费。`,
      en: `The level “${level}” does not defend and cannot owe a defense fee.`,
    })),
  ];
}
