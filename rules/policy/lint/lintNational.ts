import type { BilingualText } from '../../bilingualText.js';
import { entryOf } from '../../campaign/codes.js';
import type { Fraction, Policy, Ruled } from '../policy.js';
import { policyTable } from '../policyTable.js';
import type { LintFinding } from './lintFinding.js';

// 职称评审管理暂行规定 (人社部令第40号, 2019): the unit makes the applicant's papers public for no fewer than five working days;
// the meeting is held with no fewer than two thirds of the members, and two thirds of those present agree; the results are
// put on notice for no fewer than five working days; a senior committee has no fewer than 25 members for a series and 11 for
// a specialty. The table has these numbers as usual values, and no notice may go below them.
const usual = policyTable;

/** Numbers below those of the national rule: a campaign with one of them is not announced. */
export function lintNational(policy: Policy): readonly LintFinding[] {
  return [...lintPeriods(policy), ...lintVotes(policy), ...lintMeeting(policy), ...lintNotice(policy)];
}

const leastPublicity = usual.resultNoticeWorkingDays.usual.value;

function tooFew(path: string, { clause }: Ruled<unknown>, what: BilingualText, least: string): LintFinding {
  return {
    code: 'below_national_rule',
    severity: 'error',
    clause,
    date: null,
    message: `${what.zh}低于国家规定（人社部令第40号）：不得少于${least}。`,
    messageEn: `${what.en}: below the national rule (Order No. 40), which asks for at least ${least}.`,
    path,
  };
}

function lintPeriods({ stages, unitPublicityWorkingDays: unit, resultNoticeWorkingDays: result }: Policy) {
  const least = String(leastPublicity);
  return [
    ...(stages.unitPublicity.value && unit.value < leastPublicity
      ? [tooFew('unitPublicityWorkingDays', unit, usual.unitPublicityWorkingDays, least)]
      : []),
    ...(stages.publicNotice.value && result.value < leastPublicity
      ? [tooFew('resultNoticeWorkingDays', result, usual.resultNoticeWorkingDays, least)]
      : []),
  ];
}

const isLess = (one: Fraction, other: Fraction) =>
  one.numerator * other.denominator < other.numerator * one.denominator;

function lintVotes({ meeting }: Policy): readonly LintFinding[] {
  return (['quorum', 'threshold'] as const).flatMap((name) => {
    const least = usual.meeting[name].usual.value;
    return isLess(meeting[name].value, least)
      ? [tooFew(`meeting.${name}`, meeting[name], usual.meeting[name], `${least.numerator}/${least.denominator}`)]
      : [];
  });
}

/** The sizes of the kinds of committee are held to the rule by `lintCommittees`; this is the size a vote is held to. */
function lintMeeting({ meeting, levels, codes }: Policy): readonly LintFinding[] {
  const senior = levels.value.some((level) => entryOf(codes.levels, level)?.senior);
  const least = usual.meeting.minimumCommittee.usual.value;
  return senior && meeting.minimumCommittee.value < least
    ? [tooFew('meeting.minimumCommittee', meeting.minimumCommittee, usual.meeting.minimumCommittee, String(least))]
    : [];
}

/** Results that nobody can object to: of the campaign, or of a track whose candidates the meeting judges. */
function lintNotice({ stages, codes }: Policy): readonly LintFinding[] {
  const about = { code: 'public_notice_missing', severity: 'error', date: null } as const;
  const rule = '人社部令第40号（评审结果公示）';
  const tracks = codes.tracks.filter(({ omits }) => omits.includes('public_notice') && !omits.includes('meeting'));
  return [
    ...(stages.publicNotice.value
      ? []
      : [
          {
            ...about,
            clause: stages.publicNotice.clause,
            message: `评审结果须公示不少于${leastPublicity}个工作日（${rule}），不得省略。`,
            messageEn: `Results have to be put on notice for at least ${leastPublicity} working days (Order No. 40).`,
            path: 'stages.publicNotice',
          },
        ]),
    ...tracks.map(({ clause, fullZh, en }) => ({
      ...about,
      clause,
      message: `${fullZh}经评审会评审，结果须公示（${rule}），不得省略。`,
      messageEn: `The meeting judges the track “${en}”, so its results have to be put on notice (Order No. 40).`,
      path: null,
    })),
  ];
}
