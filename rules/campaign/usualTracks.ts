import { nationalLevels, type TrackLaw, trackOf } from './codes.js';

const clause = '通知';
const { member, assistant, mid } = nationalLevels;
const way = (level: string, degree: TrackLaw['conditions'][number]['degree'], years: number) => ({
  levels: [level],
  degree,
  holds: null,
  years,
  obtainedBefore: null,
  obtainedFrom: null,
});

/**
 * Tracks that notices have, as most of them have them: a start for the office, which completes each from its notice. Levels
 * and ranks are those of the national rule; a notice without one of them leaves it out.
 */
export const usualTracks: readonly TrackLaw[] = [
  trackOf({ code: 'regular', zh: '正常申报', en: 'Regular', clause }),
  trackOf({ code: 'review', zh: '评审', en: 'Review', clause }),
  trackOf({
    code: 'first_determination',
    zh: '初次确定',
    en: 'First determination',
    clause,
    levels: [member.code, assistant.code, mid.code],
    omits: ['payment', 'defense', 'meeting'],
    evidence: [{ section: 'otherAttachments', anyOf: ['assessment_form'] }],
    conditions: [
      way(member.code, 'secondary', 1),
      way(assistant.code, 'bachelor', 1),
      way(assistant.code, 'college', 3),
      way(mid.code, 'master', 3),
      way(mid.code, 'doctor', 0),
    ],
  }),
  trackOf({
    code: 'private_special',
    zh: '民营企业专项',
    fullZh: '民营企业专项评审',
    en: 'Private enterprise special',
    clause,
    employerKinds: ['private_enterprise'],
  }),
  trackOf({
    code: 'skilled',
    zh: '技能人才贯通',
    fullZh: '高技能人才贯通',
    en: 'Skilled personnel',
    clause,
    bySkillCertificate: true,
  }),
  trackOf({
    code: 'exceptional',
    zh: '破格',
    fullZh: '破格申报',
    en: 'Exceptional',
    clause,
    evidence: [
      { section: 'otherAttachments', anyOf: ['expert_recommendation'], copies: 2 },
      { section: 'otherAttachments', anyOf: ['exceptional_achievement'] },
    ],
  }),
  trackOf({
    code: 'change_of_series',
    zh: '转系列',
    fullZh: '转系列评审',
    en: 'Change of series',
    clause,
    evidence: [{ section: 'presentQualification', anyOf: ['earlier_title_approval'] }],
  }),
  trackOf({
    code: 'entrusted',
    zh: '受委托评审',
    en: 'Review entrusted by another province',
    clause,
    evidence: [{ section: 'otherAttachments', anyOf: ['entrustment_letter'] }],
  }),
  trackOf({
    code: 'entrusted_out',
    zh: '委托外省评审',
    fullZh: '委托外省评委会评审',
    en: 'Review entrusted to another province',
    clause,
    omits: ['defense', 'meeting'],
    entrusted: true,
  }),
  trackOf({
    code: 'recognition',
    zh: '省外资格确认',
    en: 'Recognition of a title from elsewhere',
    clause,
    omits: ['payment', 'defense', 'meeting'],
    evidence: [{ section: 'presentQualification', anyOf: ['earlier_title_approval'] }],
  }),
  trackOf({
    code: 'targeted',
    zh: '定向评价',
    fullZh: '基层定向评价',
    en: 'Targeted at the grass roots',
    clause,
    employerKinds: ['public_institution'],
    evidence: [{ section: 'workHistory', anyOf: ['grassroots_proof'] }],
  }),
];

/** A track without the levels and conditions that a notice with these levels does not have. */
export function trackFor(track: TrackLaw, levels: readonly string[]): TrackLaw {
  const offered = (codes: readonly string[]) => codes.filter((code) => levels.includes(code));
  const conditions = track.conditions
    .map((condition) => ({ ...condition, levels: offered(condition.levels) }))
    .filter(
      (condition) => condition.levels.length > 0 && (condition.holds === null || levels.includes(condition.holds)),
    );
  return { ...track, levels: track.levels && offered(track.levels), conditions };
}
