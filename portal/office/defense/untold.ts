import type { components } from '../../api/schema.js';

/** A candidate who could not be told, and why. */
export interface Untold {
  readonly applicationId: string;
  readonly problem: components['schemas']['Problem'];
}
/** What every dialog about a whole session needs. */
export interface DialogProps {
  readonly params: { readonly path: { readonly id: string; readonly sessionId: string } };
  readonly onClose: () => void;
  /** with those who could not be told */
  readonly onDone: (untold: readonly Untold[]) => void;
}

/** Of everybody an act on a whole session went out to, those it did not reach. */
export function untoldOf({
  items,
}: {
  readonly items: readonly { readonly applicationId: string; readonly problem: Untold['problem'] | null }[];
}): readonly Untold[] {
  return items.flatMap(({ applicationId, problem }) => (problem === null ? [] : [{ applicationId, problem }]));
}
