import type { BilingualText } from '../bilingualText.js';

/** What may keep an expert from judging (人社部令第40号: 与申报人有利害关系的评审专家应当回避). */
export const conflictKinds = ['own_application', 'same_unit', 'kinship', 'co_worker', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];
export const conflictKindLabels: Readonly<Record<ConflictKind, BilingualText>> = {
  own_application: { zh: '本人申报', en: 'own application' },
  same_unit: { zh: '同单位', en: 'same unit' },
  kinship: { zh: '亲属', en: 'kinship' },
  co_worker: { zh: '共事', en: 'co-worker' },
  other: { zh: '其他', en: 'other' },
};

/** Found by comparing units, or declared by somebody. */
export const conflictSources = ['found', 'declared'] as const;
export type ConflictSource = (typeof conflictSources)[number];
export const conflictSourceLabels: Readonly<Record<ConflictSource, BilingualText>> = {
  found: { zh: '自动发现', en: 'found' },
  declared: { zh: '申报', en: 'declared' },
};

/** Conflicts that exclude by themselves. Any other is for the office to weigh, and excludes when it recuses the expert. */
export const excludingKinds: readonly ConflictKind[] = ['own_application', 'same_unit', 'kinship', 'co_worker'];

/** What can be declared about one applicant, and about everybody of a unit (a present or former employer). */
export const declarableKinds = {
  person: ['kinship', 'co_worker', 'other'],
  unit: ['same_unit', 'co_worker', 'other'],
} as const satisfies Record<string, readonly ConflictKind[]>;
