import type { Level } from '../../rules/policy/policy.js';

/** What each level is called. */
export const levelLabels: Readonly<Record<Level, readonly [zh: string, en: string]>> = {
  junior: ['初级', 'Junior'],
  mid: ['中级', 'Mid'],
  deputy_senior: ['副高级', 'Deputy senior'],
};
