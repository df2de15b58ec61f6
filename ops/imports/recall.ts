import { randomUUID } from 'node:crypto';
import { publishDueAt } from '../../api/acts/attachments.js';
import { type Circumstances, description, forms } from '../../api/acts/forms.js';
import { type PastBody, pastBodies } from '../../api/imports/pastBodies.js';
import type { ActFreeText } from '../../records/application/actFreeText.js';
import type { Application } from '../../records/application/applicationRow.js';
import { hashOf } from '../../records/application/eventHash.js';
import type { Database } from '../../records/database.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import type { FrozenVersion } from '../../records/dossier/insertPapers.js';
import { countPositions } from '../../records/positions/countPositions.js';
import type { ActData, Attachments, FormName } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import { asksPositions } from '../../rules/campaign/positions.js';
import { originalsRequired, recommendationAttachments } from '../../rules/dossier/checklist.js';
import { publishablePart } from '../../rules/dossier/publishablePart.js';
import type { Policy } from '../../rules/policy/policy.js';

/** The context of a past act. */
export interface Scene {
  readonly db: Database;
  readonly facts: Facts;
  readonly policy: Policy;
  readonly key: string;
  readonly at: number;
  /** The form and documents at a submission. */
  readonly version: FrozenVersion | null;
  /** The documents uploaded by then, oldest first. */
  readonly documents: readonly StoredDocument[];
}

interface Recalled {
  readonly data: ActData;
  readonly freeText: ActFreeText | null;
}
type Recall<F extends FormName> = (body: PastBody<F>, scene: Scene) => Recalled | Promise<Recalled>;

/** Forms for which the API looks up something that was different then or is given with the past. */
const recalls: { readonly [F in FormName]?: Recall<F> } = {
  // The other system accepted the submission as complete and eligible; that is not judged again.
  submission: (_body, { facts: { profile }, version }) => ({
    data: {
      dossierHash: version?.hash ?? hashOf(null),
      publishableHash: hashOf(publishablePart(version?.frozen.dossier ?? {}, profile)),
      profile,
      missing: [],
      ineligible: [],
      sanctionedUntil: null,
    },
    freeText: null,
  }),
  resubmission: ({ answers }, { facts: { defects, profile }, version }) => ({
    data: {
      dossierHash: version?.hash ?? hashOf(null),
      publishableHash: hashOf(publishablePart(version?.frozen.dossier ?? {}, profile)),
      missing: [],
      answered: defects,
    },
    freeText: answers.length
      ? { answers: answers.map(({ defect, text }) => ({ defect: defects[Number(defect) - 1] ?? defect, text })) }
      : null,
  }),
  attachments: async ({ attached, decidedOn, decisionNumber, leader, reason }, scene) => ({
    // Under a sanction the other system would not have let it pass.
    data: {
      attached: attached ?? recommendationAttachments(scene.policy),
      unitSanctionedUntil: null,
      ...(decidedOn === undefined ? {} : { decision: { decidedOn } }),
      ...(await positionsOf(scene)),
    },
    freeText: description({ reason, decisionNumber, leader }),
  }),
  // A photo that the other system did not export is assumed to have existed.
  posting: (_body, { documents }) => ({
    data: { photo: { documentId: 'elsewhere', hash: hashOf(null) }, ...publishDueAt(documents) },
    freeText: null,
  }),
  scores: ({ sheets }) => {
    const experts = sheets.map(({ expertId }) => expertId);
    const recused = sheets.filter((sheet) => sheet.recused).map(({ expertId }) => expertId);
    const counted = sheets.filter((sheet) => !sheet.recused);
    return {
      data: { panel: { sessionId: null, experts, recused }, sheets: counted, salt: randomUUID() },
      freeText: null,
    };
  },
  meeting: async ({ tally, metOn, specialty, reason }, scene) => ({
    data: {
      tally,
      metOn,
      minutes: { kind: 'taken_over' },
      specialty: specialty ?? { sum: 0, count: 0, pending: 0 },
      ...(await positionsOf(scene)),
    },
    freeText: reason === undefined ? null : { reason },
  }),
};

/** The positions of the unit as they stand now: what another system recommended needs one here as well. */
async function positionsOf({ db, facts, policy }: Scene): Promise<Pick<Attachments, 'positions'>> {
  const { applicationId, campaignId, unitId, profile } = facts;
  if (!asksPositions(policy, profile.employerKind)) return {};
  const of = { campaignId, unitId, level: profile.level };
  return { positions: await countPositions(db.pool, of, applicationId) };
}

/** Splits the body of a past act as the API does: data that the engine may know, and free text that stays in records. */
export async function recall<F extends FormName>(form: F, sent: object, scene: Scene): Promise<Recalled> {
  const body = pastBodies[form].parse(withDefaults(form, sent, scene)) as PastBody<F>;
  const own = recalls[form] as Recall<F> | undefined;
  return own ? await own(body, scene) : await forms[form](body as never, circumstancesOf(scene));
}

function withDefaults(form: FormName, sent: object, { facts, policy }: Scene): object {
  if (form === 'originals') return { received: originalsRequired(facts.profile, policy), ...sent };
  if (form !== 'objectionOutcome') return sent;
  return { objectionId: facts.objections.find(({ outcome }) => outcome === null)?.id, ...sent };
}

/** The application at that time, as far as a form reads it. */
function circumstancesOf({ db, facts, key, at }: Scene): Circumstances {
  const { applicationId: id, campaignId, unitId, applicantId, status, seq } = facts;
  const application: Application = {
    id,
    number: '',
    campaignId,
    unitId,
    applicantId,
    status,
    seq,
    facts,
    departmentId: null,
    due: null,
    needsAttention: false,
    lastHash: '',
    openedAt: at,
    startedAt: null,
    updatedAt: at,
  };
  return { db, application, key, now: at };
}
