import { employerOfUnit, type Unit } from '../../../records/people/organisations.js';
import type { Profile } from '../../../rules/application/facts.js';
import { instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import type { Level, Track } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { holds } from '../../../rules/policy/stagePlan.js';
import { type Candidacy, sampleDossier } from '../../samples/dossier.js';
import { samplePerson } from '../../samples/people.js';

/** What an application of a derived rehearsal is about. */
export interface Wanted {
  readonly level: Level;
  readonly track: Track;
  readonly specialty: string;
  readonly unit: Unit;
}

/** A complete candidacy; the index tells people apart. */
export function candidacyFor({ unit, level, track, specialty }: Wanted, index: number, policy: Policy): Candidacy {
  const profile: Profile = { level, track, specialty, ...employerOfUnit(unit, policy), defenseExempt: false };
  return { profile, person: samplePerson(index, policy.year), employer: unit.name, policy };
}

/** Whether the notice takes such an application from somebody who meets every condition. */
export function isOpenTo(wanted: Wanted, policy: Policy): boolean {
  const candidacy = candidacyFor(wanted, 0, policy);
  const on = localDateOf(instantOf(policy.filing.opens.value));
  return ineligibilities(sampleDossier(candidacy), candidacy.profile, policy, on).length === 0;
}

/** How many applications a derived rehearsal has: one for each track, or for each level of each track. */
export type Coverage = 'tracks' | 'levels';

/** One application for each track and level that the notice offers; units, committees and their specialties take turns. */
export function offered(policy: Policy, units: readonly Unit[], coverage: Coverage): readonly Wanted[] {
  const committees = policy.reviewCommittee.committees.value;
  let [met, taken] = [0, 0];
  return policy.codes.tracks.flatMap(({ code: track }) => {
    const open = policy.levels.value.flatMap((level) => {
      // Committees take turns with the candidates they meet about.
      const meets = holds('meeting', { track, level }, policy);
      const { specialties = [] } = committees[(meets ? met : taken) % committees.length] ?? {};
      const specialty = specialties[taken % specialties.length] ?? '';
      const inTurn = units.map((_, index) => units[(taken + index) % units.length] as Unit);
      const unit = inTurn.find((one) => isOpenTo({ level, track, specialty, unit: one }, policy));
      if (!unit) return [];
      taken += 1;
      if (meets) met += 1;
      return [{ level, track, specialty, unit }];
    });
    return coverage === 'tracks' ? open.slice(-1) : open;
  });
}

/** Applications that the notice does not take, with the reason: one of each kind that its codes exclude. */
export function notOffered(policy: Policy, units: readonly Unit[]): readonly (Wanted & { readonly zh: string })[] {
  const specialty = policy.specialties[0]?.code ?? '';
  const [level] = policy.levels.value;
  const [track] = policy.codes.tracks;
  const excluded = policy.codes.tracks.flatMap(({ code, fullZh, levels, employerKinds }) => {
    const other = policy.levels.value.find((one) => levels && !levels.includes(one));
    const fits = units.find(({ kind }) => employerKinds?.includes(kind) ?? true);
    const elsewhere = units.find(({ kind }) => employerKinds && !employerKinds.includes(kind));
    const open = levels?.[0] ?? level;
    return [
      ...(other !== undefined && fits
        ? [{ level: other, track: code, specialty, unit: fits, zh: `${fullZh}不受理的级别` }]
        : []),
      ...(elsewhere && open !== undefined
        ? [{ level: open, track: code, specialty, unit: elsewhere, zh: `${fullZh}不受理的单位` }]
        : []),
    ];
  });
  const outside = units.find(({ kind }) => !policy.codes.employerKinds.some(({ code }) => code === kind));
  return [
    ...excluded,
    ...(outside && level !== undefined && track
      ? [{ level, track: track.code, specialty, unit: outside, zh: '不在申报范围内的单位类别' }]
      : []),
  ];
}
