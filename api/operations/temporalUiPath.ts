/** Where the portal's origin serves the Temporal UI to operators. */
export const temporalUiPath = '/temporal';

/** The path people find the Temporal UI at, or null when none is served. */
export function shownUi(temporalUiUrl: string | null): string | null {
  return temporalUiUrl === null ? null : temporalUiPath;
}
