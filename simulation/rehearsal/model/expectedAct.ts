import { formOf } from '../../../api/acts/formOf.js';
import { properPosition } from '../../../prover/properAct.js';
import { hashOf } from '../../../records/application/eventHash.js';
import type { Act, ActData, FormName, MeetingResult, TallySource } from '../../../rules/application/act.js';
import type { Facts, Score } from '../../../rules/application/facts.js';
import type { EventName } from '../../../rules/application/lifecycle.js';
import { addDays, type Instant, localDateOf } from '../../../rules/calendar/instant.js';
import { carriedConditions } from '../../../rules/candidate/conditions.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { feeOf, partPaidIn } from '../../../rules/candidate/fees.js';
import { profileOf } from '../../../rules/candidate/profile.js';
import { specialtyAverage } from '../../../rules/defense/defenseScore.js';
import { missingItems, originalsRequired } from '../../../rules/dossier/checklist.js';
import { type Dossier, documentKinds, type Evidence } from '../../../rules/dossier/dossier.js';
import { publishablePart } from '../../../rules/dossier/publishablePart.js';
import { committeeOf } from '../../../rules/policy/committees.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { committeeSize } from '../committee/expertPool.js';
import { hearingAt } from '../hearingTurns.js';
import { onPaper } from '../jointActs.js';
import type { Step } from '../plans/plan.js';
import { plannedInstant } from '../plans/plannedInstant.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import { actorOf } from '../stepActor.js';
import { unitSanctionedUntil } from '../unitUnderSanction.js';
import { expertsPoints, proposedDefects, proposedTally } from './stepDefaults.js';

/** What the reference model knows of an application when a step is performed. */
export interface StepContext {
  readonly testCase: RehearsalCase;
  readonly step: Step & { readonly event: EventName };
  readonly at: Instant;
  readonly facts: Facts;
  readonly dossier: Dossier;
  readonly documents: readonly Evidence[];
  /** The scores of the specialty's defenses so far, and the number still to come. */
  readonly specialty: { readonly scores: readonly Score[]; readonly pending: number };
}

function submission({ testCase, at, facts, dossier, documents }: StepContext, policy: Policy): ActData {
  const profile = profileOf(facts.profile, dossier, documents);
  const on = localDateOf(at);
  return {
    dossierHash: hashOf({ dossier, documents: documents.length }),
    publishableHash: hashOf(publishablePart(dossier, profile)),
    profile,
    missing: missingItems(dossier, documents, profile, policy),
    ineligible: ineligibilities(dossier, profile, policy, on),
    ...carriedConditions(dossier, profile, policy, on),
    sanctionedUntil: testCase.plan.sanctioned ? addDays(on, 1000) : null,
  };
}

function resubmission({ step, at, facts, dossier, documents }: StepContext, policy: Policy): ActData {
  return {
    dossierHash: hashOf({ dossier, documents: documents.length }),
    publishableHash: hashOf(publishablePart(dossier, facts.profile)),
    missing: missingItems(dossier, documents, facts.profile, policy),
    ...carriedConditions(dossier, facts.profile, policy, localDateOf(at)),
    answered: facts.defects.slice(step.data.unanswered ?? 0),
  };
}

function specialtyOf({ facts, specialty }: StepContext): MeetingResult['specialty'] {
  const average = facts.profile.defenseExempt ? specialtyAverage(specialty.scores) : null;
  return { sum: average?.sum ?? 0, count: average?.count ?? 0, pending: specialty.pending };
}

function minutesOf({ testCase, step, documents }: StepContext, policy: Policy): TallySource {
  if (step.event === 'record_tally' && !onPaper(step, testCase)) return { kind: 'taken_over' };
  const { specialty } = testCase.candidacy.profile;
  return {
    kind: 'paper',
    scan: documents.some(({ kind }) => kind === 'paper_minutes') ? { documentId: '', hash: '' } : null,
    drawn: committeeSize(committeeOf(specialty, policy)?.code ?? '', policy),
    heldHere: false,
  };
}

const data: Readonly<Record<FormName, (context: StepContext, policy: Policy) => ActData>> = {
  nothing: () => ({}),
  freeText: () => ({}),
  step: () => ({}),
  sanction: () => ({ sanctionId: '' }),
  amendment: (_context, { version }) => ({ version }),
  submission,
  resubmission,
  defects: ({ step }) => ({ defects: proposedDefects(step.data).map(({ field }) => field) }),
  attachments: ({ testCase, step, at, facts, documents }, policy) => ({
    ...(step.data.undecided ? { decision: null } : {}),
    ...properPosition(facts, policy),
    unitSanctionedUntil: unitSanctionedUntil(testCase, at),
    attached: documentKinds.filter((kind) => documents.some((document) => document.kind === kind)),
  }),
  declination: ({ testCase, at }) => ({ unitSanctionedUntil: unitSanctionedUntil(testCase, at) }),
  objection: ({ facts }) => ({ objectionId: `objection-${facts.objections.length + 1}` }),
  objectionOutcome: ({ step, facts }) => ({
    objectionId: step.data.unknown ? 'unknown' : (facts.objections.find(({ outcome }) => !outcome)?.id ?? 'none'),
    outcome: step.data.outcome ?? 'dismissed',
  }),
  posting: ({ documents }) =>
    documents.some(({ kind }) => kind === 'posting_photo') ? { photo: { documentId: '', hash: '' } } : {},
  payment: ({ step, facts }, policy) => ({
    amount: step.data.amount ?? feeOf(facts.profile, policy, partPaidIn(facts.status) ?? 'review'),
    channel: 'qr',
    voucherHash: '',
  }),
  originals: ({ step, facts }, policy) => ({
    received: step.data.received ?? originalsRequired(facts.profile, policy),
  }),
  appointment: ({ step, testCase }) => ({ at: hearingAt(step, testCase) }),
  callOff: ({ facts }) => ({ was: facts.defenseAt }),
  scores: ({ step, testCase }) => {
    const sheets = expertsPoints(step.data, testCase).map((points, index) => ({
      expertId: `expert-${index}`,
      points,
      recused: false,
    }));
    const experts = sheets.map(({ expertId }) => expertId);
    const recused = step.data.recused === true ? experts.slice(0, 1) : [];
    const counted = sheets.filter(({ expertId }) => !recused.includes(expertId));
    return { panel: { sessionId: '', experts, recused }, sheets: counted };
  },
  meeting: (context, policy) => ({
    ...properPosition(context.facts, policy),
    tally: proposedTally(context.step.data),
    minutes: minutesOf(context, policy),
    metOn: context.step.data.metOn ?? localDateOf(context.at),
    specialty: specialtyOf(context),
  }),
  entrustment: ({ at }) => ({ sentOn: localDateOf(at) }),
  entrustedResult: ({ at, documents }) => ({
    passed: true,
    decidedOn: localDateOf(at),
    ...(documents.some(({ kind }) => kind === 'entrusted_decision') ? { decision: { documentId: '', hash: '' } } : {}),
  }),
  pause: ({ at }) => ({ until: addDays(localDateOf(at), 7) }),
  extension: ({ step, at }, policy) => ({
    deadline: step.data.deadline ?? 'filing_cutoff',
    due: step.data.due === undefined ? at : plannedInstant(step.data.due, policy.year),
  }),
};

/** The act of a step as the rules see it, registered at the planned instant, with data computed by the model itself. */
export function expectedAct(context: StepContext, key: string, policy: Policy): Act {
  const { step, at, testCase, facts } = context;
  return {
    key,
    event: step.event,
    actor: actorOf(step, testCase, facts.applicantId),
    receivedAt: at,
    expectedSeq: step.data.seq ?? null,
    data: data[formOf(step.event)](context, policy),
    freeTextHash: step.data.silent ? null : hashOf('freeText'),
  };
}
