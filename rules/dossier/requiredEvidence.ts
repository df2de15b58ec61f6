import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import { entryOf } from '../campaign/codes.js';
import { askedAppraisals } from '../candidate/appraisalYears.js';
import { continuingEducationOf, educationYears } from '../candidate/continuingEducation.js';
import { claimsExemption, exemptionProof } from '../candidate/defenseExemption.js';
import { asksForDiploma } from '../candidate/diploma.js';
import { examinationOf } from '../candidate/examination.js';
import { mandarinRequired } from '../candidate/mandarin.js';
import { type Basis, cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { DocumentKind, Dossier, SectionName } from './dossier.js';
import { qualificationEvidence } from './qualificationEvidence.js';

/** One document the dossier needs: any of these kinds, about this year where the notice asks for each year. */
export interface RequiredEvidence {
  readonly section: SectionName;
  readonly anyOf: readonly DocumentKind[];
  readonly year: number | null;
  /** How many different files it takes. */
  readonly copies: number;
  readonly clause: string;
  /** What to check in it, for whoever uploads it and whoever audits it; absent: nothing beside what it is. */
  readonly note?: BilingualText;
}

interface Case {
  readonly profile: Profile;
  readonly dossier: Dossier;
  readonly policy: Policy;
}

/** A row of the checklist: where it belongs, its clause, and which documents it asks for in a case (one list, one document). */
interface Row {
  readonly section: SectionName;
  readonly clause: Basis;
  readonly documents: (about: Case) => readonly (readonly DocumentKind[])[];
  readonly note?: (policy: Policy) => BilingualText | null;
  /** The years each of them is needed for; once, about no year, when left out. */
  readonly years?: (about: Case) => readonly number[];
}

const graduated = (dossier: Dossier, verifiable: boolean): boolean =>
  dossier.education?.entries?.some((entry) => (entry.verifiable ?? true) === verifiable) ?? verifiable;
const when = (condition: boolean, ...kinds: DocumentKind[]): readonly (readonly DocumentKind[])[] =>
  condition ? kinds.map((kind) => [kind]) : [];

/** Who approves the exemption from study (通知 附件4 注1、2). */
function approvedBy({ evidence: { exemptionApprovers } }: Policy): BilingualText | null {
  return (
    exemptionApprovers && {
      zh: `须经审核盖章：${exemptionApprovers.value}。`,
      en: 'It has to be approved and sealed by the body that the notice names for the work in question.',
    }
  );
}

/** The checklist of the notice: it depends on level, employer kind, track and where the present title was obtained. */
const checklist: readonly Row[] = [
  { section: 'basicInformation', clause: 'basic_information', documents: () => [['id_card'], ['photo']] },
  {
    section: 'education',
    clause: 'education',
    documents: ({ profile, policy }) => when(asksForDiploma(profile, policy), 'diploma'),
  },
  {
    section: 'education',
    clause: 'education',
    documents: ({ profile, dossier, policy }) =>
      asksForDiploma(profile, policy)
        ? [
            ...when(graduated(dossier, true), 'degree_verification'),
            ...when(graduated(dossier, false), 'graduate_registration'),
          ]
        : [],
  },
  {
    section: 'presentQualification',
    clause: 'present_qualification',
    documents: ({ dossier }) => qualificationEvidence(dossier),
  },
  { section: 'achievements', clause: 'achievements', documents: () => [['achievement_evidence']] },
  {
    section: 'appraisals',
    clause: 'appraisals',
    documents: ({ profile, policy }) => [
      entryOf(policy.codes.employerKinds, profile.employerKind)?.personalAppraisal
        ? ['appraisal_form', 'personal_appraisal']
        : ['appraisal_form'],
    ],
    years: ({ dossier, policy }) => askedAppraisals(dossier, policy),
  },
  {
    section: 'publications',
    clause: 'publications',
    documents: ({ dossier }) => when((dossier.publications?.entries ?? []).length > 0, 'publication'),
  },
  {
    section: 'continuingEducation',
    clause: 'continuing_education',
    documents: ({ profile, dossier, policy }) =>
      when(
        !policy.evidence.continuingEducationHours && continuingEducationOf(profile, dossier, policy) === 'certificates',
        'continuing_education_public',
        'continuing_education_professional',
      ),
    years: ({ dossier, policy }) => educationYears(dossier, policy),
  },
  {
    section: 'continuingEducation',
    clause: ['continuing_education', 'exemption_form'],
    documents: ({ profile, dossier, policy }) =>
      when(continuingEducationOf(profile, dossier, policy) === 'exempt', 'continuing_education_exemption'),
    note: approvedBy,
  },
  {
    section: 'mandarin',
    clause: 'mandarin',
    documents: ({ profile, policy }) => when(mandarinRequired(profile, policy), 'mandarin_certificate'),
  },
  {
    section: 'skilledCertificate',
    clause: 'skilled',
    documents: ({ profile, policy }) =>
      when(entryOf(policy.codes.tracks, profile.track)?.bySkillCertificate === true, 'skill_certificate'),
  },
  {
    section: 'defenseExemption',
    clause: 'defense',
    documents: ({ profile, dossier, policy }) =>
      when(claimsExemption(profile, policy), exemptionProof(dossier, policy)),
    years: ({ policy }) => [policy.year],
  },
];

const noted = (note: BilingualText | null) => (note ? { note } : {});

/** What the candidate's track asks for beside the checklist of all. */
function ofTrack({ track }: Profile, { codes }: Policy): readonly RequiredEvidence[] {
  const law = entryOf(codes.tracks, track);
  return (law?.evidence ?? []).map(({ section, anyOf, copies = 1 }) => {
    return { section, anyOf, year: null, copies, clause: law?.clause ?? '' };
  });
}

function ofExamination(profile: Profile, policy: Policy): readonly RequiredEvidence[] {
  const examination = examinationOf(profile, policy);
  const one = { section: 'otherAttachments', anyOf: ['examination_result'], year: null, copies: 1 } as const;
  return examination ? [{ ...one, clause: examination.clause }] : [];
}

/** The letter that entrusts the review of somebody from outside. */
function ofOutsider({ outsider }: Profile, { localUnits }: Policy): readonly RequiredEvidence[] {
  const one = { section: 'otherAttachments', anyOf: ['entrustment_letter'], year: null, copies: 1 } as const;
  return outsider && localUnits ? [{ ...one, clause: localUnits.clause }] : [];
}

/** Every document this candidate must upload, with its section and clause. */
export function requiredEvidence(profile: Profile, dossier: Dossier, policy: Policy): readonly RequiredEvidence[] {
  const ofAll = checklist.flatMap(({ section, clause, documents, note, years }) =>
    documents({ profile, dossier, policy }).flatMap((anyOf) =>
      (years?.({ profile, dossier, policy }) ?? [null]).map((year) => ({
        section,
        anyOf,
        year,
        copies: 1,
        clause: cite(policy, clause),
        ...noted(note?.(policy) ?? null),
      })),
    ),
  );
  return [...ofAll, ...ofTrack(profile, policy), ...ofExamination(profile, policy), ...ofOutsider(profile, policy)];
}
