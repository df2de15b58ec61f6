import type { LocalDateTime } from '../calendar/instant.js';
import { type Refusal, refuse } from '../refusal.js';
import { cite } from './clauses.js';
import type { Policy } from './policy.js';

/** Something a notice names: its code in the register, and its name for people. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Whose people may file: those of units listed, of units below departments listed, and of units in regions listed. */
export interface Belonging {
  /** Codes of GB/T 2260: `652900` covers its counties too. */
  readonly regions: readonly Named[];
  readonly departments: readonly Named[];
  readonly units: readonly Named[];
}

/** The cutoff of one department, in place of that of all departments. */
export interface DepartmentCutoff extends Named {
  readonly due: LocalDateTime;
}

/** What of a unit decides whether it belongs. */
export interface Place {
  readonly unitId: string;
  /** Departments between the unit and the committee. */
  readonly chain: readonly string[];
  /** The code of its administrative region; null or absent: not registered. */
  readonly unitRegion?: string | null;
}

/** Whether a region lies in another: `652922` in `652900` and in `650000`. */
export function liesIn(region: string, wider: string): boolean {
  return region.startsWith(wider.replace(/(00)+$/, ''));
}

const mostNamed = 10;

/** Why people of this unit cannot file in the campaign; null where they may. */
export function belongingRefusal({ unitId, chain, unitRegion }: Place, policy: Policy): Refusal | null {
  const listed = policy.belonging?.value;
  if (!listed) return null;
  const { regions, departments, units } = listed;
  const region = unitRegion ?? null;
  const belongs =
    units.some(({ code }) => code === unitId) ||
    departments.some(({ code }) => chain.includes(code)) ||
    (region !== null && regions.some(({ code }) => liesIn(region, code)));
  if (belongs) return null;
  const named = [...regions, ...departments, ...units].map(({ name }) => name);
  const names = named.slice(0, mostNamed).join('、');
  const [more, moreEn] = named.length > mostNamed ? ['等', ' and others'] : ['', ''];
  const unknown = regions.length > 0 && region === null;
  return refuse(
    'not_eligible',
    cite(policy, 'scope'),
    {
      zh: `本次评审受理${names}${more}所属单位的申报，您的单位不在其中${unknown ? '，或尚未登记所在行政区划，请联系系统管理员' : ''}。`,
      en: `This review is for units of ${names}${moreEn}, and yours is none of them${unknown ? ', or its administrative region is not registered; please ask the administrator' : ''}.`,
    },
    { field: 'unitId' },
  );
}
