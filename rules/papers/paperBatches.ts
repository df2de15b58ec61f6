import type { BilingualText } from '../bilingualText.js';
import type { Basis } from '../policy/clauses.js';

/** In which form the papers of several applications are made: a file each, or all in one to be printed. */
export const batchForms = {
  zip: { zh: '每份一个 PDF（ZIP）', en: 'A PDF each (ZIP)' },
  pdf: { zh: '合为一个 PDF', en: 'All in one PDF' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type BatchForm = keyof typeof batchForms;
export const batchFormNames = Object.keys(batchForms) as readonly BatchForm[];

/** How many applications a batch holds: a ZIP is written as it is made, a PDF only when all its pages are there. */
export const mostInBatch = { zip: 1_000, pdf: 100 } as const satisfies Readonly<Record<BatchForm, number>>;

/** How often each paper is in one PDF: the review form is filed twice. */
export const mostCopies = 2;

/** One table for several persons of a unit who are published together, in place of a paper each. */
export const postingTable = {
  zh: '推荐单位公示（多人）',
  en: "The unit's publicity of several persons",
  basis: 'publicity_form',
} as const satisfies BilingualText & { readonly basis: Basis };
export const postingTableName = 'posting_table';
