import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { StoryStep } from '../story/story.js';

/** A window that is always open. */
export const ever = { opens: '2020-01-01T00:00', due: '2099-12-31T24:00' };

/**
 * The 2024 rules without waiting: every period is open and none has to pass, so that ten acts complete an application.
 */
export const openPolicy: Policy = {
  ...aksu2024,
  id: 'hurried',
  filing: {
    ...aksu2024.filing,
    opens: { ...aksu2024.filing.opens, value: ever.opens },
    committee: { ...aksu2024.filing.committee, value: ever.due },
  },
  audit: fromNotice(ever, '通知 三（二）'),
  payment: fromNotice(ever, '通知 三（三）'),
  materials: fromNotice(ever, '通知 三（四）'),
  stages: {
    ...aksu2024.stages,
    unitPublicity: { ...aksu2024.stages.unitPublicity, value: false },
    publicNotice: { ...aksu2024.stages.publicNotice, value: false },
  },
  defense: { ...aksu2024.defense, noticeDays: { ...aksu2024.defense.noticeDays, value: 0 } },
};

/** Ten acts, from draft to conferral. */
export const tenActs: readonly Exclude<StoryStep, 'wait' | object>[] = [
  'submit',
  'post_publicity',
  'recommend',
  'forward',
  'accept',
  'confirm_payment',
  'receive_materials',
  'schedule_defense',
  'score_defense',
  'record_tally',
];
