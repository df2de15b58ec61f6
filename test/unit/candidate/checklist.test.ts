import type { Profile } from '../../../rules/application/facts.js';
import { missingItems, originalsRequired, recommendationAttachments } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence, SectionName } from '../../../rules/dossier/dossier.js';
import { originalsLacking } from '../../../rules/dossier/originals.js';
import { requiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { completeDossier, completeEvidence, profile } from '../rules/completeDossier.js';

const reported = (
  dossier: Dossier,
  evidence: readonly Evidence[] = completeEvidence,
  who: Profile = profile,
): string[] => missingItems(dossier, evidence, who, aksu2024).map(({ section, field }) => `${section}.${field}`);
const needed = (who: Partial<Profile>, dossier: Dossier = completeDossier): string[] =>
  requiredEvidence({ ...profile, ...who }, dossier, aksu2024).map(
    ({ anyOf, year }) => anyOf.join('|') + (year === null ? '' : `@${year}`),
  );
const without = (...kinds: string[]): Evidence[] => completeEvidence.filter(({ kind }) => !kinds.includes(kind));

const privateFirstTimer: Partial<Profile> = {
  employerKind: 'private_enterprise',
  track: 'private_special',
  level: 'mid',
};
const noTitle: Dossier = { ...completeDossier, presentQualification: { held: false, yearsInProfession: 3 } };

describe('the checklist', () => {
  test('a complete dossier lacks nothing', () => {
    expect(missingItems(completeDossier, completeEvidence, profile, aksu2024)).toEqual([]);
  });

  test('an empty dossier is told everything at once, each with section, field, clause and what to do', () => {
    const items = missingItems({}, [], profile, aksu2024);
    const named = new Set(items.map(({ section }) => section));
    const expected: SectionName[] = [
      'basicInformation',
      'education',
      'presentQualification',
      'workHistory',
      'achievements',
      'appraisals',
      'workSummary',
      'otherAttachments',
      'masking',
      'continuingEducation',
      'mandarin',
    ];
    expect([...named].sort()).toEqual([...expected].sort());
    for (const { clause, field, message } of items) {
      expect(clause).toMatch(/^通知 /);
      expect(field).not.toBe('');
      expect(message).toMatch(/。$/);
    }
  });

  test('each section left out is missed, and no other section is', () => {
    for (const section of Object.keys(completeDossier) as (keyof typeof completeDossier)[]) {
      const { [section]: _left, ...rest } = completeDossier;
      const items = missingItems(rest, completeEvidence, profile, aksu2024);
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map((item) => item.section))).toEqual(new Set([section]));
    }
  });

  test('each document left out is missed', () => {
    for (const document of completeEvidence) {
      const field = `documents.${document.kind}${document.year === null ? '' : `.${document.year}`}`;
      const lacking = reported(
        completeDossier,
        completeEvidence.filter((other) => other !== document),
      );
      expect(lacking).toHaveLength(1);
      // A Xinjiang title has three proofs to choose from, told under the first.
      expect(lacking[0]).toContain(document.kind === 'title_certificate' ? 'documents.qualification_document' : field);
    }
  });

  test('the message holds nothing the candidate wrote', () => {
    const text = JSON.stringify(missingItems(completeDossier, [], { ...profile, track: 'skilled' }, aksu2024));
    expect(text).not.toContain(completeDossier.basicInformation.name);
    expect(text).not.toContain(completeDossier.basicInformation.idNumber);
  });

  test('a blank field of the second entry is told by its place', () => {
    const entries = [...completeDossier.education.entries, { level: 'master' as const, school: '' }];
    expect(reported({ ...completeDossier, education: { entries } })).toEqual([
      'education.entries.1.school',
      'education.entries.1.major',
      'education.entries.1.graduatedOn',
      'education.entries.1.verifiable',
    ]);
  });

  test('a title obtained in Xinjiang needs any one proof, one obtained elsewhere all three', () => {
    const proofs = (obtainedIn: 'xinjiang' | 'elsewhere') =>
      needed(
        {},
        {
          ...completeDossier,
          presentQualification: { ...completeDossier.presentQualification, obtainedIn },
        },
      ).filter((kind) => /qualification_document|title_certificate|review_form/.test(kind));
    expect(proofs('xinjiang')).toEqual(['qualification_document|title_certificate|review_form']);
    expect(proofs('elsewhere')).toEqual(['qualification_document', 'title_certificate', 'review_form']);
  });

  test('a degree that 学信网 cannot confirm needs the graduate registration form', () => {
    const [entry] = completeDossier.education.entries;
    const entries = [{ ...entry, verifiable: false }];
    const documents = needed({}, { ...completeDossier, education: { entries } });
    expect(documents).toContain('graduate_registration');
    expect(documents).not.toContain('degree_verification');
  });

  test('a private enterprise may give personal appraisals in place of the forms', () => {
    expect(needed({})).toContain('appraisal_form@2023');
    expect(needed({ employerKind: 'private_enterprise' })).toContain('appraisal_form|personal_appraisal@2023');
  });

  test('continuing education is proved by both courses of each year of the notice', () => {
    const courses = needed({}).filter((kind) => kind.startsWith('continuing_education'));
    expect(courses).toEqual([
      ...[2021, 2022, 2023, 2024].map((year) => `continuing_education_public@${year}`),
      ...[2021, 2022, 2023, 2024].map((year) => `continuing_education_professional@${year}`),
    ]);
  });

  test('an approved exemption takes the place of the courses, by its form', () => {
    const documents = needed({}, { ...completeDossier, continuingEducation: { mode: 'exempt' } });
    expect(documents.filter((kind) => kind.startsWith('continuing_education'))).toEqual([
      'continuing_education_exemption',
    ]);
  });

  test('a private enterprise first-timer needs no continuing education, a second-timer does', () => {
    const requires = (dossier: Dossier) =>
      needed(privateFirstTimer, dossier).some((kind) => kind.startsWith('continuing'));
    expect(requires(noTitle)).toBe(false);
    expect(requires(completeDossier)).toBe(true);
  });

  test('only private enterprise first-timers may claim to be one', () => {
    const claim = { continuingEducation: { mode: 'private_first_time' } } as const;
    expect(reported({ ...completeDossier, ...claim })).toEqual(['continuingEducation.mode']);
    expect(reported({ ...noTitle, ...claim })).toEqual(['continuingEducation.mode']);
    expect(reported({ ...noTitle, ...claim }, completeEvidence, { ...profile, ...privateFirstTimer })).toEqual([]);
  });

  test.each([
    ['三级乙等', true],
    ['三级甲等', true],
    ['一级甲等', true],
    ['不入级', false],
    ['', false],
  ] as const)('Mandarin %s is enough for a public institution: %s', (grade, enough) => {
    expect(reported({ ...completeDossier, mandarin: { grade } })).toEqual(enough ? [] : ['mandarin.grade']);
  });

  test('enterprises do not prove Mandarin', () => {
    const { mandarin: _left, ...dossier } = completeDossier;
    const enterprise: Profile = { ...profile, employerKind: 'state_enterprise' };
    expect(reported(dossier, without('mandarin_certificate'), enterprise)).toEqual([]);
  });

  test('the skilled track asks for the certificate, its grade and its date', () => {
    expect(reported(completeDossier, completeEvidence, { ...profile, track: 'skilled' })).toEqual([
      'skilledCertificate.grade',
      'skilledCertificate.obtainedOn',
      'skilledCertificate.documents.skill_certificate',
    ]);
  });

  test('an exemption from the defense is proved by those who would defend, and by nobody else', () => {
    const exempt: Profile = { ...profile, defenseExempt: true };
    const items = ['defenseExemption.ground', 'defenseExemption.documents.defense_exemption_proof.2024'];
    expect(reported(completeDossier, completeEvidence, exempt)).toEqual(items);
    expect(reported(completeDossier, completeEvidence, { ...exempt, level: 'mid' })).toEqual([]);
    const having = (ground: string, year: number | null) =>
      missingItems(
        { ...completeDossier, defenseExemption: { ground } },
        [...completeEvidence, { kind: 'defense_exemption_proof', year }],
        exempt,
        aksu2024,
      );
    expect(having('village_work', 2024)).toEqual([]);
    // A proof of another year, or a ground that the notice does not list, exempts nobody.
    expect(having('village_work', 2023)).toMatchObject([{ section: 'defenseExemption', clause: '通知 四（四）' }]);
    expect(having('illness', 2024)).toMatchObject([{ field: 'ground', clause: '通知 四（四）' }]);
  });

  test('confidential material is masked in three places and declassified', () => {
    expect(reported({ ...completeDossier, masking: { confidential: true, maskedItems: ['name'] } })).toEqual([
      'masking.maskedItems',
      'masking.maskedItems',
      'masking.declassified',
    ]);
    const masked = { confidential: true, maskedItems: ['name', 'photo', 'employer'], declassified: true } as const;
    expect(reported({ ...completeDossier, masking: masked })).toEqual([]);
  });

  test('no paper is asked for, but one that is listed is proved', () => {
    const entries = [{ kind: 'patent', title: '一种采棉头', obtainedOn: '2023-03-01' }] as const;
    expect(reported({ ...completeDossier, publications: { entries } })).toEqual(['publications.documents.publication']);
  });

  test('a work summary may be uploaded in place of typed', () => {
    const { workSummary: _left, ...dossier } = completeDossier;
    expect(reported(dossier, [...completeEvidence, { kind: 'work_summary', year: null }])).toEqual([]);
  });

  test('an exemption from study says who approves it, where the notice does (通知 附件4 注1、2)', () => {
    const dossier: Dossier = { ...completeDossier, continuingEducation: { mode: 'exempt' } };
    const told = (policy: Policy) =>
      missingItems(dossier, completeEvidence, profile, policy).map(({ message }) =>
        message.includes('“访惠聚”办公室审核'),
      );
    expect(told(aksu2024)).toEqual([true]);
    const evidence = { ...aksu2024.evidence, exemptionApprovers: null };
    expect(told({ ...aksu2024, evidence })).toEqual([false]);
  });

  test('the originals are the review form twice and the four papers of the unit and the candidate', () => {
    expect(originalsRequired(profile, aksu2024)).toEqual([
      'review_form',
      'review_form',
      'publicity_notice',
      'publicity_result',
      'recommendation',
      'commitment',
    ]);
    expect(originalsLacking(['commitment', 'review_form'], profile, aksu2024)).toEqual([
      'review_form',
      'publicity_notice',
      'publicity_result',
      'recommendation',
    ]);
    expect(originalsLacking(originalsRequired(profile, aksu2024), profile, aksu2024)).toEqual([]);
  });

  test('a campaign without unit publicity asks for none of its papers', () => {
    const unitPublicity = { ...aksu2024.stages.unitPublicity, value: false };
    const policy = { ...aksu2024, stages: { ...aksu2024.stages, unitPublicity } };
    expect(recommendationAttachments(aksu2024)).toEqual(['publicity_result', 'recommendation', 'commitment']);
    expect(recommendationAttachments(policy)).toEqual(['recommendation', 'commitment']);
    expect(originalsRequired(profile, policy)).not.toContain('publicity_notice');
  });
});
