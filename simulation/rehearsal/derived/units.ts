import type { Unit } from '../../../records/people/organisations.js';
import { type EmployerKind, labelOfCode } from '../../../rules/campaign/codes.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleDepartments } from '../../samples/organisations.js';

/** A kind of employer that no notice has. */
export const kindOutOfScope: EmployerKind = 'out_of_scope';

/**
 * A unit of each kind of employer the notice names, with one or two departments above it, and one of a kind that it does
 * not name. They belong to the campaign: their departments, regions or codes are the listed ones where the notice lists any.
 */
export function unitsFor(policy: Policy): readonly Unit[] {
  const kinds = [...policy.codes.employerKinds.map(({ code }) => code), kindOutOfScope];
  const listed = policy.belonging?.value ?? { regions: [], departments: [], units: [] };
  const withCutoff = policy.filing.byDepartment?.value ?? [];
  const named = [...listed.departments, ...withCutoff].map(({ code }) => code);
  const departments = named.length > 0 ? named : sampleDepartments.map(({ id }) => id);
  return kinds.map((kind, index) => {
    const { zh } = labelOfCode(policy.codes.employerKinds, kind);
    const unit = listed.units[index];
    const [upper, lower] = [
      departments[index % departments.length],
      sampleDepartments[index % sampleDepartments.length],
    ];
    const below = index % 2 === 1 && lower && lower.id !== upper ? [lower.id] : [];
    return {
      id: unit?.code ?? `unit-${index + 1}`,
      name: unit?.name ?? (kind === kindOutOfScope ? '演练其他单位' : `演练${zh}`),
      kind,
      // The lowest rank: tracks that ask for one are for the grass roots.
      rank: policy.codes.employerRanks[0]?.code ?? null,
      region: listed.regions[index % listed.regions.length]?.code ?? null,
      chain: [...below, ...(upper === undefined ? [] : [upper])],
    };
  });
}
