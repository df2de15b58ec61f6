import type { Profile } from '../../../rules/application/facts.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { decideDraw, drawActs, drawStates } from '../../../rules/committee/draw/drawLaw.js';
import { decideInvitation, invitationAnswers, invitations } from '../../../rules/committee/seats.js';
import { scoringProblem } from '../../../rules/defense/scoring.js';
import { sessionStates } from '../../../rules/defense/sessionLaw.js';
import { sheetTotal } from '../../../rules/defense/sheet.js';
import { slotEvents, slotProblem } from '../../../rules/defense/slotLaw.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { documentLabels } from '../../../rules/dossier/documentLabels.js';
import type { Dossier, MissingItem } from '../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { policyChanges } from '../../../rules/policy/policyChanges.js';
import type { Refusal } from '../../../rules/refusal.js';
import { reexaminationPeriod, reexaminationRefusal } from '../../../rules/sanctions/reexamination.js';
import { chineseIn, isEnglish } from '../../support/english.js';
import { calendar2024 } from '../../support/facts.js';
import { completeDossier, profile } from './completeDossier.js';

const wrong = (items: readonly MissingItem[]) =>
  items.flatMap(({ messageEn, clause }) => (isEnglish(messageEn, [clause]) ? [] : [messageEn]));
const refusedIn = (outcome: object | null): string[] => {
  if (outcome === null || !('code' in outcome)) return [];
  const { messageEn, clause } = outcome as Refusal;
  return isEnglish(messageEn, [clause]) ? [] : [`${messageEn}`];
};
const anybody: readonly Profile[] = [
  profile,
  { ...profile, defenseExempt: true },
  { ...profile, track: 'skilled', level: 'mid' },
  { ...profile, employerKind: 'private_enterprise', track: 'private_special' },
  { ...profile, specialty: 'astrology' },
];

describe('In English', () => {
  test('a dossier is told what it lacks, empty or half filled in', () => {
    const half: Dossier = {
      basicInformation: { employmentStatus: 'retired', idNumber: '652901196408150011' },
      education: { entries: [{}] },
      presentQualification: { held: true, obtainedIn: 'elsewhere' },
      workHistory: { entries: [{}] },
      achievements: { entries: [{}] },
      appraisals: { entries: [] },
      publications: { entries: [{}] },
      masking: { confidential: true },
      continuingEducation: { mode: 'private_first_time' },
      mandarin: { grade: '三级甲等' },
      skilledCertificate: {},
    };
    const graded = { ...half, mandarin: { grade: '不入级' }, continuingEducation: { mode: 'exempt' as const } };
    for (const who of anybody) {
      for (const dossier of [{}, half, graded]) {
        const items = missingItems(dossier, [], who, aksu2024);
        expect(items.length).toBeGreaterThan(0);
        expect(wrong(items)).toEqual([]);
      }
    }
  });

  test('a candidate is told why they may not apply', () => {
    const statuses = ['civil_servant', 'retired', 'under_discipline'] as const;
    const dossiers: readonly Dossier[] = statuses.map((employmentStatus) => ({
      ...completeDossier,
      basicInformation: { employmentStatus, idNumber: '652901194408150011' },
      skilledCertificate: { grade: 'senior_worker', obtainedOn: '2024-07-01' },
      appraisals: { entries: [{ year: 2023, result: 'failed' }] },
    }));
    const junior = { ...aksu2024, levels: { ...aksu2024.levels, value: ['junior'] as const } };
    const items = dossiers.flatMap((dossier) =>
      [...anybody, { ...profile, track: 'private_special' as const }].flatMap((who) =>
        ineligibilities(dossier, who, junior, '2024-08-01'),
      ),
    );
    const fields = [
      'entries',
      'grade',
      'idNumber',
      'obtainedOn',
      'profile.level',
      'profile.specialty',
      'profile.track',
    ];
    expect([...new Set(items.map(({ field }) => field))].sort()).toEqual([...fields, 'employmentStatus'].sort());
    expect(wrong(items)).toEqual([]);
  });

  test('documents and values of a policy have names', () => {
    for (const { en } of [...Object.values(documentLabels), ...Object.values(fieldsByPath)]) {
      expect(en).toMatch(/^[A-Z]/);
      expect(chineseIn(en)).toBe('');
    }
    const changes = policyChanges(aksu2024, kizilsu2025);
    expect(changes.length).toBeGreaterThan(10);
    expect(changes.filter(({ path, en }) => en === path && path !== 'id')).toEqual([]);
  });

  test('what is refused of a draw, an invitation and a defense is told', () => {
    const now = Date.parse('2024-09-20T09:30:00+08:00');
    const draws = drawStates.flatMap((state) => drawActs.map((act) => decideDraw(state, act)));
    const answers = invitations.flatMap((one) => invitationAnswers.map((answer) => decideInvitation(one, answer)));
    const slots = sessionStates.flatMap((state) =>
      slotEvents.flatMap((event) =>
        [0, 1].flatMap((submitted) => {
          const slot = { now, state, startsAt: now + 1, outcome: null, submitted, missing: 1 };
          return slotProblem(event, slot, aksu2024);
        }),
      ),
    );
    const scorings = sessionStates.flatMap((state) => {
      const scoring = { now, state, startsAt: now + 1, outcome: null, recused: false, submitted: false };
      return [scoring, { ...scoring, recused: true }, { ...scoring, submitted: true }].map((one) =>
        scoringProblem(one, aksu2024),
      );
    });
    const criteria = [{ code: 'a', name: '业绩', weight: 100 }];
    const sheets = [{}, { a: -1 }, { b: 1 }].map((points) => sheetTotal(points, criteria, aksu2024));
    const all = [...draws, ...answers, ...slots, ...scorings, ...sheets, sheetTotal({}, [], aksu2024)];
    const refused = all.flatMap((one) => (typeof one === 'object' && one !== null ? [one] : []));
    expect(refused.filter((one) => 'code' in one).length).toBeGreaterThan(30);
    expect(refused.flatMap(refusedIn)).toEqual([]);
  });

  test('a period of reexamination explains itself, and its refusals with it', () => {
    const lastAt = Date.parse('2024-09-27T17:00:00+08:00');
    const period = reexaminationPeriod({ status: 'not_passed', lastAt }, aksu2024, calendar2024);
    if (!period) throw new Error('who was not passed may ask');
    expect(isEnglish(period.explanation.en, [period.clause]) ? null : period.explanation.en).toBeNull();
    const refusals = [
      reexaminationRefusal(null, { requested: false, at: 0 }),
      reexaminationRefusal(period, { requested: true, at: 0 }),
      reexaminationRefusal(period, { requested: false, at: period.due }),
    ];
    expect(refusals).not.toContain(null);
    expect(refusals.flatMap(refusedIn)).toEqual([]);
  });
});
