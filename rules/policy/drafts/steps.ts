import type { BilingualText } from '../../bilingualText.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { FieldKind } from '../policyFields.js';
import { draftPaths } from './draftPaths.js';

/** The steps in which a campaign is set up, in their order. */
export const campaignSteps = ['who', 'what', 'when', 'how', 'papers', 'money', 'committee', 'words'] as const;
export type CampaignStep = (typeof campaignSteps)[number];
/** The same, with the last one, in which everything is checked and the campaign created. */
export const setUpSteps = [...campaignSteps, 'check'] as const;
export type SetUpStep = (typeof setUpSteps)[number];
export const setUpStepLabels: Readonly<Record<SetUpStep, BilingualText>> = {
  who: { zh: '谁', en: 'Who' },
  what: { zh: '评什么', en: 'What' },
  when: { zh: '何时', en: 'When' },
  how: { zh: '怎么办', en: 'How' },
  papers: { zh: '材料', en: 'Papers' },
  money: { zh: '收费', en: 'Money' },
  committee: { zh: '评委会', en: 'Committee' },
  words: { zh: '文字与条款', en: 'Words' },
  check: { zh: '检查并设立', en: 'Check and create' },
};

/** Parts and whole sections that stand in a step of their own; the longest path counts. */
const placed: Readonly<Record<string, CampaignStep>> = {
  id: 'who',
  title: 'who',
  committee: 'who',
  year: 'who',
  announcedOn: 'who',
  region: 'who',
  contact: 'who',
  'contact.payee': 'money',
  'contact.bank': 'money',
  'contact.account': 'money',
  'contact.payQr': 'money',
  'delivery.officeHours': 'who',
  specialties: 'what',
  codes: 'what',
  levels: 'what',
  belonging: 'what',
  evidence: 'papers',
  results: 'papers',
  feeExemptEmployers: 'money',
  paymentGraceWorkingDays: 'money',
  reviewCommittee: 'committee',
  meeting: 'committee',
  defense: 'committee',
  entrustedReviewDays: 'committee',
  words: 'words',
  clauses: 'words',
};

/** The step of values that are placed nowhere else, by their kind: a new value of the policy has one at once. */
const byKind: Readonly<Record<FieldKind, CampaignStep>> = {
  moment: 'when',
  window: 'when',
  levelWindows: 'when',
  rounds: 'when',
  cutoffs: 'when',
  fees: 'money',
  defenseFee: 'money',
  committees: 'committee',
  criteria: 'committee',
  belonging: 'what',
  levels: 'what',
  mandarin: 'papers',
  skilled: 'papers',
  examination: 'papers',
  ages: 'papers',
  citation: 'words',
  words: 'words',
  number: 'how',
  numbers: 'how',
  yesNo: 'how',
  period: 'how',
  fraction: 'how',
  employers: 'how',
  roles: 'how',
  text: 'how',
};

/** Kinds of value that stand with the dates, whatever section they belong to. */
const dated = new Set<FieldKind>(['moment', 'window', 'levelWindows', 'rounds', 'cutoffs']);

/** The one step in which a part or value of a policy is written; null: the policy has nothing at this path. */
export function stepOf(path: string): CampaignStep | null {
  const kind = fieldsByPath[path]?.kind;
  if (kind !== undefined && dated.has(kind)) return 'when';
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const step = placed[parts.slice(0, length).join('.')];
    if (step) return step;
  }
  return kind === undefined ? null : byKind[kind];
}

/** The paths of a step, in the order of the policy. */
export function pathsOfStep(step: CampaignStep): readonly string[] {
  return draftPaths.filter((path) => stepOf(path) === step);
}
