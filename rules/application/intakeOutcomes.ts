/** What became of a registered act: performed, or refused. Null while it is on its way. */
export const intakeOutcomes = ['done', 'refused'] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];
