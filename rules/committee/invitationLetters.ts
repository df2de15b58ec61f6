/** What an expert is written about: they were drawn, an alternate got a seat, they were made the chair. */
export const invitationLetterKinds = ['drawn', 'promoted', 'chair'] as const;
export type InvitationLetterKind = (typeof invitationLetterKinds)[number];
