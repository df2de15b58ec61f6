/** What may keep an expert from judging (人社部令第40号: 与申报人有利害关系的评审专家应当回避). */
export const conflictKinds = ['own_application', 'same_unit', 'kinship', 'co_worker', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/**
 * Conflicts that exclude by themselves. Whatever else somebody declares is for the office to weigh: it excludes when the
 * office recuses the expert.
 */
export const excludingKinds: readonly ConflictKind[] = ['own_application', 'same_unit', 'kinship', 'co_worker'];

/** What is declared towards one applicant, and what towards everybody of a unit (a present or former employer). */
export const declarableKinds = {
  person: ['kinship', 'co_worker', 'other'],
  unit: ['same_unit', 'co_worker', 'other'],
} as const satisfies Record<string, readonly ConflictKind[]>;
