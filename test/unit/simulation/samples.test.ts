import { contentTypeOf } from '../../../api/documents/contentType.js';
import { dossierSchema } from '../../../api/dossier/dossierSchema.js';
import { instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import type { EmployerKind, Level, TrackLaw } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { profileOf } from '../../../rules/candidate/profile.js';
import { missingItems, recommendationAttachments } from '../../../rules/dossier/checklist.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { movedAround } from '../../../rules/policy/campaigns/shift.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Candidacy, sampleDossier } from '../../../simulation/samples/dossier.js';
import { sampleEvidence, unitPapers } from '../../../simulation/samples/evidence.js';
import { sampleDepartments, sampleUnits } from '../../../simulation/samples/organisations.js';
import { samplePerson } from '../../../simulation/samples/people.js';
import { recoded } from '../../support/recoded.js';

/** Whom a track is open to. */
function offered({ levels, employerKinds }: TrackLaw, level: Level, employerKind: EmployerKind): boolean {
  return (levels?.includes(level) ?? true) && (employerKinds?.includes(employerKind) ?? true);
}

function candidacies(policy: Policy): readonly Candidacy[] {
  const { tracks, employerKinds, employerRanks } = policy.codes;
  const [rank] = employerRanks;
  const ranked = rank ? { employerRank: rank.code } : {};
  const profiles = policy.levels.value.flatMap((level) =>
    tracks.flatMap((track) =>
      employerKinds
        .filter(({ code }) => offered(track, level, code))
        .flatMap(({ code: employerKind }) =>
          [false, true].map((defenseExempt) => ({ level, track: track.code, employerKind, defenseExempt, ...ranked })),
        ),
    ),
  );
  return Array.from({ length: 200 }, (_, index) => {
    const { code: specialty } = policy.specialties[index % policy.specialties.length] ?? { code: '' };
    const profile = { ...(profiles[index % profiles.length] as (typeof profiles)[number]), specialty };
    return { profile, person: samplePerson(index, policy.year), employer: '某厂', policy };
  });
}

describe.each([
  ['the 2024 notice', aksu2024],
  ['the notice of Kizilsu', kizilsu2025],
  ['the notice of a province', province2025],
  ['a notice with codes of its own', recoded(kizilsu2025)],
  ['the 2024 notice in other codes', recoded(aksu2024)],
  ['the demo of a later year', movedAround(aksu2024, '2031-03-05', 'demo')],
])('a sample under %s', (_name, policy) => {
  test('lacks nothing, may apply, and is the candidate it was made for', () => {
    for (const candidacy of candidacies(policy)) {
      const dossier = sampleDossier(candidacy);
      const evidence = sampleEvidence(candidacy, dossier);
      const on = localDateOf(instantOf(policy.filing.opens.value));
      expect(missingItems(dossier, evidence, candidacy.profile, policy)).toEqual([]);
      expect(ineligibilities(dossier, candidacy.profile, policy, on)).toEqual([]);
      expect(profileOf(candidacy.profile, dossier, evidence)).toEqual(candidacy.profile);
      expect(dossierSchema.parse(dossier)).toEqual(dossier);
    }
  });

  test('hands in files that are what their names say, no two the same', async () => {
    for (const candidacy of candidacies(policy).slice(0, 30)) {
      const documents = [...sampleEvidence(candidacy, sampleDossier(candidacy)), ...unitPapers(candidacy)];
      for (const { content, fileName, mediaType } of documents) {
        expect(await contentTypeOf(content, fileName)).toBe(mediaType);
        expect(fileName).not.toMatch(/[/\\]/);
      }
      expect(new Set(documents.map(({ content }) => content.toString('latin1'))).size).toBe(documents.length);
      const attached = unitPapers(candidacy).map(({ kind }) => kind);
      expect(attached).toEqual(expect.arrayContaining([...recommendationAttachments(policy)]));
    }
  });
});

test('any number of people, no two with the same ID number or address', () => {
  const people = Array.from({ length: 5000 }, (_, index) => samplePerson(index, 2024));
  expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(5000);
  expect(new Set(people.map(({ email }) => email)).size).toBe(5000);
  expect(new Set(people.slice(0, 400).map(({ name }) => name)).size).toBe(400);
});

test('units of every kind, with none, one and two departments above them that are there', () => {
  const shapes = new Set(sampleUnits.map(({ kind, chain }) => `${kind} ${chain.length}`));
  expect(shapes.size).toBe(9);
  const known = sampleDepartments.map(({ id }) => id);
  for (const { chain } of sampleUnits) expect(known).toEqual(expect.arrayContaining([...chain]));
  expect(new Set(sampleUnits.map(({ id }) => id)).size).toBe(12);
});
