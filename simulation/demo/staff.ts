import { idOf } from '../../ops/imports/idOf.js';
import type { Grant } from '../../records/people/grantRole.js';
import { sampleDepartments, sampleUnits } from '../samples/organisations.js';
import { samplePerson } from '../samples/people.js';
import { unlistedExperts } from './poolExperts.js';

/** A person with an account: a clerk, an expert or a candidate. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

/** The demo clerk's unit, and the departments above it. */
const clerkOrganisations = {
  unitId: 'wensu-machinery',
  departmentId: 'wensu-agriculture',
  upperId: 'aksu-agriculture',
} as const;

/**
 * The listed accounts, in the order in which an application meets them. Candidates get theirs with their application.
 */
const accounts = {
  applicant: { title: '申报人（填报）', grants: () => [{ role: 'applicant', unitId: clerkOrganisations.unitId }] },
  applicant2: { title: '申报人（补正）', grants: () => [{ role: 'applicant', unitId: clerkOrganisations.unitId }] },
  applicant3: { title: '申报人（缴费）', grants: () => [{ role: 'applicant', unitId: clerkOrganisations.unitId }] },
  unit: { title: '用人单位', grants: () => [{ role: 'unit', unitId: clerkOrganisations.unitId }] },
  both: {
    title: '用人单位兼申报人',
    grants: () => [
      { role: 'unit', unitId: clerkOrganisations.unitId },
      { role: 'applicant', unitId: clerkOrganisations.unitId },
    ],
  },
  department: {
    title: '主管部门（县）',
    grants: () => [{ role: 'department', departmentId: clerkOrganisations.departmentId }],
  },
  department2: {
    title: '主管部门（地区）',
    grants: () => [{ role: 'department', departmentId: clerkOrganisations.upperId }],
  },
  office: { title: '评委会办事机构', grants: (campaignId) => [{ role: 'office', campaignId }] },
  office2: { title: '评委会办事机构（第二人）', grants: (campaignId) => [{ role: 'office', campaignId }] },
  finance: { title: '财务', grants: (campaignId) => [{ role: 'finance', campaignId }] },
  expert: { title: '评审专家', grants: (campaignId) => [{ role: 'expert', campaignId }] },
  expert2: { title: '评审专家', grants: (campaignId) => [{ role: 'expert', campaignId }] },
  expert3: { title: '评审专家', grants: (campaignId) => [{ role: 'expert', campaignId }] },
  chair: { title: '主任委员', grants: (campaignId) => [{ role: 'chair', campaignId }] },
  supervisor: { title: '监督', grants: (campaignId) => [{ role: 'supervisor', campaignId }] },
  operator: { title: '运维', grants: () => [{ role: 'operator' }] },
} as const satisfies Record<string, { readonly title: string; readonly grants: (campaignId: string) => Grant[] }>;
export type AccountName = keyof typeof accounts;
export const accountNames = Object.keys(accounts) as AccountName[];

export const emailOf = (name: string): string => `${name}@demo.example`;
export const titleOf = (name: AccountName): string => accounts[name].title;
export const grantsOf = (name: AccountName, campaignId: string): readonly Grant[] => accounts[name].grants(campaignId);
export const isAccount = (name: string): name is AccountName => name in accounts;

/** The id of a demo person in a campaign. */
export function personIdOf(campaignId: string, name: string): string {
  return idOf(campaignId, 'person', name);
}

/** The account name of a unit's or department's clerk. */
export function clerkOf(organisationId: string): string {
  const known: Readonly<Record<string, string>> = {
    [clerkOrganisations.unitId]: 'unit',
    [clerkOrganisations.departmentId]: 'department',
    [clerkOrganisations.upperId]: 'department2',
  };
  return known[organisationId] ?? `clerk.${organisationId}`;
}

/** All staff: the listed accounts, a clerk for each other unit and department, and experts. */
export function staff(campaignId: string, year: number): readonly DemoPerson[] {
  const clerks = [
    ...sampleUnits.map(({ id }) => ({ name: clerkOf(id), grants: [{ role: 'unit', unitId: id }] as Grant[] })),
    ...sampleDepartments.map(({ id }) => ({
      name: clerkOf(id),
      grants: [{ role: 'department', departmentId: id }] as Grant[],
    })),
  ].filter(({ name }) => !isAccount(name));
  const experts = unlistedExperts.map((name) => ({ name, grants: [] as Grant[] }));
  const listed = accountNames.map((name) => ({ name, grants: grantsOf(name, campaignId) }));
  return [...listed.filter(({ grants }) => !grants.some(isCandidacy)), ...clerks, ...experts].map(
    ({ name, grants }, index) => ({
      id: personIdOf(campaignId, name),
      name: samplePerson(300 + index, year).name,
      email: emailOf(name),
      grants,
    }),
  );
}

const isCandidacy = ({ role }: Grant): boolean => role === 'applicant';
