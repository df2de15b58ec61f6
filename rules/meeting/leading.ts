import type { BilingualText } from '../bilingualText.js';

/** The capacities in which somebody leads a vote, in order of precedence. */
export const leadingParts = ['chair', 'deputy', 'named'] as const;
export type LeadingPart = (typeof leadingParts)[number];

export const leadingLabels = {
  chair: { zh: '主任委员', en: 'the chair' },
  deputy: { zh: '副主任委员', en: 'the deputy chair' },
  named: { zh: '评委会办事机构指定的委员', en: 'the member the committee office has named' },
} as const satisfies Record<LeadingPart, BilingualText>;

/** Who leads a vote, and as what. */
export interface Leader {
  readonly expertId: string;
  readonly as: LeadingPart;
}

/** Who could lead a vote: an expert for each part that is filled. */
export type Leaders = Readonly<Record<LeadingPart, string | null>>;

/**
 * Who leads the vote on one application: the chair; the deputy when the chair is recused or not present; the member the
 * office named when neither can. Null: nobody may (人社部令第40号：回避).
 */
export function leaderOf(
  leaders: Leaders,
  room: { readonly present: ReadonlySet<string>; readonly recused: ReadonlySet<string> },
): Leader | null {
  for (const as of leadingParts) {
    const expertId = leaders[as];
    if (expertId !== null && room.present.has(expertId) && !room.recused.has(expertId)) return { expertId, as };
  }
  return null;
}

/** Members the office may name to lead a vote: seated and not recused from it. */
export function mayBeNamed(seated: readonly string[], recused: ReadonlySet<string>): readonly string[] {
  return seated.filter((expertId) => !recused.has(expertId));
}
