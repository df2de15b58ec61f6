import type { BilingualText } from '../bilingualText.js';
import { canonical } from '../canonical.js';
import { fieldsByPath } from './fieldsByPath.js';
import type { Policy } from './policy.js';
import { isRuled } from './policyValues.js';

/** One value that differs between two versions of a policy; null where one of them has none. */
export interface PolicyChange {
  /** `filing.committee`, as in the linter's findings. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Labels of the parts that are not values with a clause. */
export const headLabels: Readonly<Record<string, BilingualText>> = {
  title: { zh: '名称', en: 'Title' },
  committee: { zh: '评审委员会', en: 'Committee' },
  year: { zh: '年度', en: 'Year' },
  announcedOn: { zh: '通知日期', en: 'Date of the notice' },
  region: { zh: '所在地区（节日）', en: 'Region (festivals)' },
  specialties: { zh: '系列与专业', en: 'Series and specialties' },
  'codes.levels': { zh: '级别编码', en: 'Codes of levels' },
  'codes.tracks': { zh: '申报途径', en: 'Tracks' },
  'codes.employerKinds': { zh: '单位类别', en: 'Kinds of employer' },
  'codes.employerRanks': { zh: '单位层级', en: 'Ranks of units' },
  'codes.exemptionGrounds': { zh: '免于答辩事由', en: 'Grounds of exemption from the defense' },
  'codes.skillGrades': { zh: '技能等级', en: 'Grades of skilled workers' },
};

/** Every value that differs, clause and confirmation included, in the order of the later version. */
export function policyChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  const paths = [...new Set([...Object.keys(to), ...Object.keys(from)])].filter((path) => path !== 'version');
  return paths
    .filter((path) => canonical(from[path] ?? null) !== canonical(to[path] ?? null))
    .map((path) => ({
      path,
      ...labelOf(path),
      from: from[path] ?? null,
      to: to[path] ?? null,
    }));
}

function labelOf(path: string): BilingualText {
  const { zh, en } = fieldsByPath[path] ?? headLabels[path] ?? { zh: path, en: path };
  return { zh, en };
}

/** A policy as values by path; a list is one value. */
function valuesOf(part: unknown, path = ''): Record<string, unknown> {
  if (isRuled(part) || Array.isArray(part) || typeof part !== 'object' || part === null) return { [path]: part };
  const inner = Object.entries(part).map(([name, value]) => valuesOf(value, path === '' ? name : `${path}.${name}`));
  return Object.assign({}, ...inner);
}
