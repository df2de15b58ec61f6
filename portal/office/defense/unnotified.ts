import type { components } from '../../api/schema.js';

/** A candidate who could not be told, and why. */
export interface Unnotified {
  readonly applicationId: string;
  readonly problem: components['schemas']['Problem'];
}
/** What every dialog about a whole session needs. */
export interface DialogProps {
  readonly params: { readonly path: { readonly id: string; readonly sessionId: string } };
  readonly onClose: () => void;
  /** with those who could not be told */
  readonly onDone: (unnotified: readonly Unnotified[]) => void;
}

/** Of everybody an act on a whole session went out to, those it did not reach. */
export function unnotifiedOf({
  items,
}: {
  readonly items: readonly { readonly applicationId: string; readonly problem: Unnotified['problem'] | null }[];
}): readonly Unnotified[] {
  return items.flatMap(({ applicationId, problem }) => (problem === null ? [] : [{ applicationId, problem }]));
}
