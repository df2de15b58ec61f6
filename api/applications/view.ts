import type { Application } from '../../records/applicationRow.js';
import { isoInBeijing } from '../../rules/instant.js';
import { lifecycle } from '../../rules/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { deadlineBody } from '../problem.js';
import { actionsFor } from './actions.js';
import { standingAt } from './standing.js';

const told = (instant: number | null) => (instant === null ? null : isoInBeijing(instant));

/** An application as the API shows it to a caller who may see it. */
export async function applicationView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  caller: Caller,
  application: Application,
) {
  const now = await clock();
  const standing = await standingAt(db, application, now);
  const { facts } = application;
  const { zh, en, turn, final } = lifecycle[facts.status];
  return {
    id: application.id,
    campaignId: facts.campaignId,
    unitId: facts.unitId,
    chain: facts.chain,
    chainLevel: facts.chainLevel,
    applicantId: facts.applicantId,
    profile: facts.profile,
    status: facts.status,
    statusWords: { zh, en },
    turn,
    final,
    seq: facts.seq,
    submissions: facts.submissions,
    dossierHash: facts.dossierHash,
    pastDue: standing.pastDue,
    deadlines: Object.values(facts.deadlines).map((deadline) => ({
      ...deadlineBody(deadline),
      pastDue: facts.tolledSince === null && deadline.due <= now,
    })),
    tolledSince: told(facts.tolledSince),
    pendingExtension: facts.pendingExtension && {
      ...facts.pendingExtension,
      due: isoInBeijing(facts.pendingExtension.due),
    },
    defects: facts.defects,
    objections: facts.objections.map(({ raisedAt, ...rest }) => ({ ...rest, raisedAt: isoInBeijing(raisedAt) })),
    acceptedAt: told(facts.acceptedAt),
    paidAt: told(facts.paidAt),
    materialsAt: told(facts.materialsAt),
    defenseAt: told(facts.defenseAt),
    score: facts.score,
    tally: facts.tally,
    needsAttention: application.needsAttention,
    started: application.startedAt !== null,
    openedAt: isoInBeijing(application.openedAt),
    updatedAt: isoInBeijing(application.updatedAt),
    actions: actionsFor(caller, facts.status, standing, now),
  };
}
