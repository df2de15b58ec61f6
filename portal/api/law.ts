import { queryOptions, useQuery } from '@tanstack/react-query';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { Status } from './applications.js';
import type { Role } from './me.js';
import { readJson } from './readJson.js';

export interface StatusOfLaw extends BilingualText {
  readonly name: Status;
  readonly final: boolean;
  readonly turn: Role | null;
  readonly help: BilingualText;
  readonly clause: BilingualText;
  readonly main: boolean;
  readonly order: number;
}
interface EventOfLaw extends BilingualText {
  readonly status: Status;
  readonly event: string;
  readonly allowedRoles: readonly Role[];
  readonly allowedRoleLabels: readonly BilingualText[];
  readonly takes: string;
  readonly clause: BilingualText;
  readonly to: readonly Status[];
  readonly finalTo: boolean;
}
export interface Law {
  readonly statuses: readonly StatusOfLaw[];
  readonly events: readonly EventOfLaw[];
  readonly roles: readonly (BilingualText & { readonly name: Role })[];
  readonly deadlines: readonly (BilingualText & { readonly name: string })[];
}

/** The law as data: label and help of every status, and the target of every event. It changes only with a release. */
export const lawQuery = queryOptions({
  queryKey: ['law'],
  queryFn: ({ signal }) => readJson<Law>('/api/law', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The law, or undefined until it is loaded. */
export const useLaw = () => useQuery(lawQuery).data;
