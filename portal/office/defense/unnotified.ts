import type { components } from '../../api/schema.js';

/** A candidate who could not be notified, and why. */
export interface Unnotified {
  readonly applicationId: string;
  readonly problem: components['schemas']['Problem'];
}
/** What every dialog about a whole session needs. */
export interface DialogProps {
  readonly params: { readonly path: { readonly id: string; readonly sessionId: string } };
  readonly onClose: () => void;
  /** called with the candidates who could not be notified */
  readonly onDone: (unnotified: readonly Unnotified[]) => void;
}

/** The candidates an act on a whole session did not reach. */
export function unnotifiedOf({
  items,
}: {
  readonly items: readonly { readonly applicationId: string; readonly problem: Unnotified['problem'] | null }[];
}): readonly Unnotified[] {
  return items.flatMap(({ applicationId, problem }) => (problem === null ? [] : [{ applicationId, problem }]));
}
