import type { Act, Answer } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Database } from '../database.js';
import { addCertificates, certificateRows } from '../dossier/certificateHashes.js';
import { insertPapers, type Papers, type SealedPapers } from '../dossier/insertPapers.js';
import { inTransaction } from '../inTransaction.js';
import { idNumberHash, sealDossier } from '../sealed/sealedDossier.js';
import { stored } from '../timestamps.js';
import type { ActFreeText } from './actFreeText.js';
import { appendTransition } from './appendTransition.js';
import { hashOf, openingHash, openingOf } from './eventHash.js';
import { foldPast } from './foldPast.js';
import { insertApplication, type SealedDraft } from './insertApplication.js';
import { intakeRow } from './intakeRow.js';
import { nextNumber } from './nextNumber.js';

/** A past act with its free text; `freeTextHash` is computed from the text. */
export interface PastAct {
  readonly act: Act;
  readonly freeText: ActFreeText | null;
}

export interface Import {
  /** The draft as it was opened: `openDraft`, seq 0. */
  readonly facts: Facts;
  readonly openedAt: Instant;
  readonly past: readonly PastAct[];
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Campaign time of the import: deadlines that passed before it are applied. */
  readonly upTo: Instant;
  /** The present form. */
  readonly dossier?: Dossier;
  /** Its documents and submitted versions; each past submission names a version. */
  readonly papers?: Papers;
  /** Whether the letters of the past are sent, or only those of its last step. Default none: people have received them. */
  readonly letters?: boolean | 'last';
}

/** The input of the application's workflow, besides policy and calendar. */
export interface Imported {
  readonly number: string;
  readonly facts: Facts;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly remindedUpTo: Instant;
}

/**
 * Imports an application that is under way. The law judges its past, which is written in one transaction. The caller
 * starts the workflow with the result and calls `markStarted`.
 *
 * @throws PastRefused when the law does not allow the past; see `isAlreadyThere` for an application that was imported before
 */
export async function importApplication(database: Database, given: Import): Promise<Imported> {
  const { facts: opening, policy, calendar, upTo } = given;
  const past = given.past.map(({ act, freeText }) => ({
    act: { ...act, freeTextHash: freeText && hashOf(freeText) },
    freeText,
  }));
  const acts = past.map(({ act }) => act);
  const { transitions, facts, answers } = foldPast(opening, acts, policy, calendar, upTo);
  const { draft, papers } = await sealed(database, given);
  const certificates = await certificateRows(database.vault, given.dossier ?? {});
  const number = await nextNumber(database, opening.campaignId);
  await inTransaction(database, async (statements) => {
    await insertApplication(statements, opening, { number, openedAt: given.openedAt }, draft);
    await addCertificates(statements, opening.applicationId, certificates);
    const rows = past.map(({ act, freeText }) => ({
      ...intakeRow({ applicationId: opening.applicationId, act, freeText, bodyHash: hashOf({ act, freeText }) }),
      outcome: 'done',
      answer: answers[act.key],
      finished_at: stored(upTo),
    }));
    const text = 'INSERT INTO intakes SELECT * FROM jsonb_populate_recordset(NULL::intakes, $1::jsonb)';
    await statements.query(text, [JSON.stringify(rows)]);
    await insertPapers(statements, opening.applicationId, papers);
    let snapshot = { facts: opening, lastHash: openingHash(openingOf(opening, number), given.openedAt) };
    for (const transition of transitions) {
      const wanted = given.letters === 'last' ? transition.seq === facts.seq : given.letters === true;
      const letterRequests = wanted ? letterRequestsOf(transition) : [];
      const next = await appendTransition(statements, {
        before: snapshot,
        transition,
        letterRequests,
        started: false,
        policy,
      });
      if (!next) throw new Error(`${opening.applicationId}: step ${transition.seq} could not be appended`);
      snapshot = next;
    }
  });
  return { number, facts, answers, remindedUpTo: upTo };
}

/** The form, now and as submitted, encrypted with the applicant's key. */
async function sealed(
  { vault }: Database,
  { facts, dossier = {}, papers = { documents: [], versions: [] } }: Import,
): Promise<{ readonly draft: SealedDraft; readonly papers: SealedPapers }> {
  const versions = papers.versions.map(async ({ frozen, ...version }) => ({
    ...version,
    frozen: { ...frozen, dossier: await sealDossier(vault, facts, frozen.dossier) },
  }));
  return {
    draft: {
      draft: await sealDossier(vault, facts, dossier),
      hash: await idNumberHash(vault, dossier.basicInformation?.idNumber),
    },
    papers: { documents: papers.documents, versions: await Promise.all(versions) },
  };
}
