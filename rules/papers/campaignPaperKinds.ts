import { isConferred } from '../application/isConferred.js';
import { lifecycle, type Role, type Status, type StatusLaw, statuses } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Basis } from '../policy/clauses.js';

/** What a paper of a campaign is about: all of it, one meeting, one session of the defense, or one sanction entered in it. */
export type PaperSubject = 'campaign' | 'meeting' | 'session' | 'sanction';

interface CampaignPaperLaw extends BilingualText {
  /** Where a notice or a rule names it. */
  readonly basis: Basis;
  readonly of: PaperSubject;
  /** From when on it can be printed, in words. */
  readonly from: BilingualText;
  /** The public reads it, so that it is made for those too who listen to it. */
  readonly isPublic: boolean;
}

const signed: BilingualText = { zh: '会议纪要签署后可打印。', en: 'It is printed once the minutes are signed.' };
const planned: BilingualText = {
  zh: '答辩场次安排后可打印。',
  en: 'It is printed once a session of the defense is planned.',
};

/** The papers of a campaign, its meetings and its sessions of the defense, in the order in which they are needed. */
export const campaignPaperKinds = {
  review_plan: {
    zh: '评审方案',
    en: 'Plan of the review',
    basis: 'plan_filed',
    of: 'campaign',
    from: { zh: '有申报审核合格后可打印。', en: 'It is printed once an application is accepted.' },
    isPublic: false,
  },
  session_sheet: {
    zh: '答辩场次表',
    en: 'Sheet of a session of the defense',
    basis: 'defense',
    of: 'session',
    from: planned,
    isPublic: false,
  },
  score_sheets: {
    zh: '答辩评分表',
    en: 'Score sheets of a session',
    basis: 'defense',
    of: 'session',
    from: planned,
    isPublic: false,
  },
  meeting_minutes: {
    zh: '评审会议纪要',
    en: 'Minutes of the review meeting',
    basis: 'national',
    of: 'meeting',
    from: signed,
    isPublic: false,
  },
  ballot_summary: {
    zh: '投票结果表',
    en: 'Summary of the ballots',
    basis: 'national',
    of: 'meeting',
    from: signed,
    isPublic: false,
  },
  result_notice: {
    zh: '评审结果公示',
    en: 'Public notice of the results',
    basis: 'result_notice',
    of: 'campaign',
    from: { zh: '有申报在结果公示期间时可打印。', en: 'It is printed while results are on notice.' },
    isPublic: true,
  },
  results_report: {
    zh: '评审结果备案报告',
    en: 'Report of the results',
    basis: 'results_filed',
    of: 'campaign',
    from: { zh: '有会议纪要签署后可打印。', en: 'It is printed once the minutes of a meeting are signed.' },
    isPublic: false,
  },
  conferral: {
    zh: '任职资格通知及花名册',
    en: 'Conferral with the list of names',
    basis: 'national',
    of: 'campaign',
    from: { zh: '有人员取得资格后可打印。', en: 'It is printed once a title is conferred.' },
    isPublic: false,
  },
  sanction_notice: {
    zh: '处罚通知书',
    en: 'Notice of a sanction',
    basis: 'sanctions',
    of: 'sanction',
    from: { zh: '处罚经确认后可打印。', en: 'It is printed once a sanction is confirmed.' },
    isPublic: false,
  },
} as const satisfies Readonly<Record<string, CampaignPaperLaw>>;
export type CampaignPaperName = keyof typeof campaignPaperKinds;
export const campaignPaperNames = Object.keys(campaignPaperKinds) as readonly CampaignPaperName[];

/** Whether a paper says who holds the titles, with ID numbers: masked, or whole by right. */
export const namesHolders = (name: CampaignPaperName): boolean => name === 'conferral';

/** Who prints them. */
export const campaignPaperReaders = ['office', 'supervisor'] as const satisfies readonly Role[];

/** Whether a name is that of a paper of a campaign. */
export const isCampaignPaperName = (name: string): name is CampaignPaperName => Object.hasOwn(campaignPaperKinds, name);

/** Statuses in which a result is on notice. */
export const resultNoticeStatuses: readonly Status[] = statuses.filter((status) => {
  const { deadlines }: StatusLaw = lifecycle[status];
  return deadlines.includes('notice_period');
});

/** Statuses of those who passed: on notice, or with the title. */
export const passedStatuses: readonly Status[] = statuses.filter(
  (status) => isConferred(status) || resultNoticeStatuses.includes(status),
);
