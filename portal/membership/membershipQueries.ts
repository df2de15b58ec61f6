import { queryOptions } from '@tanstack/react-query';
import type { Inviting } from '../../rules/people/invitations.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

export type UnitRegistration = components['schemas']['UnitRegistration'];
export type UnitMember = components['schemas']['UnitMember'];

/** The first part of the keys of everything about who belongs to a unit. */
export const MEMBERSHIPS = 'memberships';
const shown = 200;

export const ownMembershipsQuery = queryOptions({
  queryKey: [MEMBERSHIPS, 'own'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/memberships', { signal })),
});
export const ownRegistrationsQuery = queryOptions({
  queryKey: [MEMBERSHIPS, 'own registrations'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/unit-registrations', { signal })),
});
export const registrationsQuery = queryOptions({
  queryKey: [MEMBERSHIPS, 'registrations'],
  queryFn: ({ signal }) => answer(api.GET('/api/unit-registrations', { params: { query: { limit: shown } }, signal })),
});
export const namesQuery = queryOptions({
  queryKey: [MEMBERSHIPS, 'names'],
  queryFn: ({ signal }) => answer(api.GET('/api/name-changes', { params: { query: { limit: shown } }, signal })),
});
const of = (id: string, query: { readonly q?: string } = {}) => ({
  params: { path: { id }, query: { limit: shown, ...query } },
});
export const waitingQuery = (unitId: string) =>
  queryOptions({
    queryKey: [MEMBERSHIPS, unitId, 'waiting'],
    queryFn: ({ signal }) => answer(api.GET('/api/units/{id}/membership-requests', { ...of(unitId), signal })),
  });
export const membersQuery = (unitId: string, q: string) =>
  queryOptions({
    queryKey: [MEMBERSHIPS, unitId, 'members', q],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/units/{id}/members', { ...of(unitId, q === '' ? {} : { q }), signal })),
  });
export const clerksQuery = (departmentId: string) =>
  queryOptions({
    queryKey: [MEMBERSHIPS, departmentId, 'clerks'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/departments/{id}/clerks', { params: { path: { id: departmentId } }, signal })),
  });

/** The unit or department that invites. */
export interface Inviter {
  readonly of: Inviting;
  readonly id: string;
}
export const invitationsQuery = ({ of: kind, id }: Inviter) =>
  queryOptions({
    queryKey: [MEMBERSHIPS, kind, id, 'invitations'],
    queryFn: ({ signal }) => answer(api.GET(`/api/${kind}/{id}/invitations`, { ...of(id), signal })),
  });
