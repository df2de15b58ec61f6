import { PolicyBody } from '../../../api/policy/policyBody.js';
import type { Profile } from '../../../rules/application/facts.js';
import { openDraft } from '../../../rules/application/opening.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { feeOf } from '../../../rules/candidate/fees.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { requiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { province2025 } from '../../../rules/policy/campaigns/province2025.js';
import { committeeOf } from '../../../rules/policy/committees.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import { holds, isEntrusted, owesDefenseFee } from '../../../rules/policy/stagePlan.js';
import { sampleDossier } from '../../../simulation/samples/dossier.js';
import { sampleEvidence } from '../../../simulation/samples/evidence.js';
import { samplePerson } from '../../../simulation/samples/people.js';
import { runStory, type StoryStep } from '../../../simulation/story/story.js';

const entrusted: readonly StoryStep[] = [
  'send_entrustment',
  'record_entrusted_result',
  { event: 'confirm_entrusted_result', person: 'office-2' },
];
const notices = [aksu2024, kizilsu2025, province2025];

/** Every profile of these codes, and one with a code of each kind that no notice has. */
function profilesOf({ codes, specialties }: (typeof notices)[number]): readonly Profile[] {
  const rank = codes.employerRanks[0] ? { employerRank: codes.employerRanks[0].code } : {};
  const all = (entries: readonly { readonly code: string }[]) => [...entries.map(({ code }) => code), 'unheard_of'];
  return all(codes.levels).flatMap((level) =>
    all(codes.tracks).flatMap((track) =>
      all(codes.employerKinds).flatMap((employerKind) =>
        all(specialties).map((specialty) => ({ level, track, employerKind, ...rank, specialty, defenseExempt: false })),
      ),
    ),
  );
}

describe.each(notices.map((policy) => [policy.id, policy] as const))('The notice %s', (_id, policy) => {
  const calendar = campaignCalendar(policy);
  const on = localDateOf(instantOf(policy.filing.opens.value));
  const candidacyOf = (profile: Profile, index: number) => ({
    profile,
    person: samplePerson(index, policy.year),
    employer: '某厂',
    policy,
  });

  test('is taken as it stands, and once its values are confirmed the linter finds no error', () => {
    expect(PolicyBody.parse(policy)).toEqual(policy);
    const errors = lint(confirmed(policy), calendar).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('every profile has one committee, one fee and one checklist, or a refusal that says why under a clause of its own', () => {
    const outcomes = { takes: 0, refuses: 0 };
    for (const [index, profile] of profilesOf(policy).entries()) {
      const dossier = sampleDossier(candidacyOf(profile, index));
      const refusals = ineligibilities(dossier, profile, policy, on);
      if (refusals.length > 0) {
        outcomes.refuses += 1;
        for (const { clause, message, messageEn } of refusals) {
          expect(clause).not.toBe('');
          expect(message).toMatch(/\p{Script=Han}/u);
          expect(messageEn).toMatch(/[a-z]/);
        }
        continue;
      }
      outcomes.takes += 1;
      expect(committeeOf(profile.specialty, policy)).not.toBeNull();
      expect(feeOf(profile, policy)).toBeGreaterThan(0);
      const checklist = requiredEvidence(profile, dossier, policy);
      expect(checklist.length).toBeGreaterThan(5);
      expect(checklist.every(({ clause }) => clause !== '')).toBe(true);
      expect(missingItems(dossier, sampleEvidence(candidacyOf(profile, index), dossier), profile, policy)).toEqual([]);
    }
    expect(outcomes.takes).toBeGreaterThan(20);
    expect(outcomes.refuses).toBeGreaterThan(20);
  });

  test.each(policy.codes.tracks.map(({ code }) => code))('leads a candidate of the track %s to the title', (track) => {
    const own = profilesOf(policy).filter((profile) => profile.track === track);
    const profile = own.find((one, index) => {
      return ineligibilities(sampleDossier(candidacyOf(one, index)), one, policy, on).length === 0;
    });
    if (!profile) throw new Error(`nobody may take the track ${track}`);
    const obligations = (before: boolean): readonly StoryStep[] => [
      ...(holds('payment', profile, policy) && policy.stages.paymentBeforeAudit.value === before
        ? (['confirm_payment'] as const)
        : []),
      ...(holds('materials', profile, policy) && policy.stages.materialsBeforeAudit.value === before
        ? (['receive_materials'] as const)
        : []),
    ];
    const story: readonly StoryStep[] = [
      'submit',
      'post_publicity',
      'wait',
      'recommend',
      'forward',
      ...obligations(true),
      'accept',
      ...obligations(false),
      ...(owesDefenseFee(profile, policy) ? (['confirm_defense_fee'] as const) : []),
      ...(holds('defense', profile, policy) ? (['schedule_defense', 'score_defense'] as const) : []),
      ...(holds('meeting', profile, policy) ? (['record_tally'] as const) : []),
      ...(isEntrusted(profile, policy) ? entrusted : []),
      'wait',
    ];
    const identity = { applicationId: 'a', campaignId: policy.id, applicantId: 'p', unitId: 'u', chain: ['d'] };
    const opening = openDraft({ ...identity, profile }, policy, calendar);
    const { facts } = runStory(opening, story, policy, calendar);
    expect(facts.status).toBe('conferred');
  });
});
