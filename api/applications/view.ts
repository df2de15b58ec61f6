import type { ApplicationPage } from '../../records/application/applicationPage.js';
import { noticeStart } from '../../rules/application/counting/noticeStart.js';
import { lifecycle } from '../../rules/application/lifecycle.js';
import { holdsUp } from '../../rules/application/objections.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { statusHelpFor } from '../../rules/candidate/helpOfTrack.js';
import { deadlineLabelFor, statusLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import { statusesFor } from '../../rules/candidate/statusesOfTrack.js';
import { alarmLabels, alarmsOf } from '../../rules/notifications/alarms.js';
import { roundLabel } from '../../rules/policy/rounds.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { deadlineBody } from '../http/problem.js';
import { temporalUiPath } from '../operations/temporalUiPath.js';
import { faultBody } from '../proof/faultBody.js';
import { actionsFor } from './actions.js';
import type { ApplicationSnapshot } from './applicationSnapshot.js';
import { unmetBody } from './unmetBody.js';

const isoOrNull = (instant: number | null) => (instant === null ? null : isoInBeijing(instant));

/** An application as the API shows it to a caller who may see it; `snapshot` is its state at `now`. */
export function applicationView(
  deps: Pick<Deps, 'engine' | 'temporalUiUrl'>,
  caller: Caller,
  page: ApplicationPage,
  snapshot: ApplicationSnapshot,
  now: Instant,
  dossierReadable: boolean,
) {
  const { application, applicantName, unitName, chainNames, campaignTitle } = page;
  const { facts } = application;
  const { policy } = snapshot;
  const roles = rolesTowards(caller, facts);
  const { turn, final } = lifecycle[facts.status];
  return {
    id: application.id,
    number: application.number,
    campaignId: facts.campaignId,
    unitId: facts.unitId,
    chain: facts.chain,
    chainLevel: facts.chainLevel,
    applicantId: facts.applicantId,
    applicantName,
    unitName,
    chainNames,
    campaignTitle,
    round: roundLabel(policy, facts.round),
    profile: facts.profile,
    status: facts.status,
    statusLabel: statusLabelFor(facts.status, facts, policy),
    statusHelp: statusHelpFor(facts.status, facts, policy),
    statuses: statusesFor(facts, policy),
    turn,
    final,
    seq: facts.seq,
    submissions: facts.submissions,
    dossierHash: facts.dossierHash,
    pastDue: snapshot.pastDue,
    deadlines: Object.values(facts.deadlines).map((deadline) => ({
      ...deadlineBody(
        deadline,
        deadlineLabelFor(deadline, facts.profile, policy, facts.acceptedAt === null ? 'before' : 'after'),
      ),
      pastDue: facts.tolledSince === null && deadline.due <= now,
    })),
    tolledSince: isoOrNull(facts.tolledSince),
    pausedUntil: facts.pausedUntil,
    pendingPause: facts.pendingPause,
    overdue: alarmsOf(facts, policy).flatMap(({ kind, at }) =>
      at <= now ? [{ kind, ...alarmLabels[kind], since: isoInBeijing(at) }] : [],
    ),
    unitSanction:
      snapshot.unitSanctionedUntil === null
        ? null
        : {
            until: snapshot.unitSanctionedUntil,
            passedTo: policy.sanctions.unitPassedBy.value ? (chainNames[0] ?? null) : null,
          },
    noticeStart: noticeStart(facts),
    pendingExtension: facts.pendingExtension && {
      ...facts.pendingExtension,
      due: isoInBeijing(facts.pendingExtension.due),
    },
    defects: facts.defects,
    unmetConditions: unmetBody(facts, policy),
    objections: facts.objections.map((objection) => ({
      ...objection,
      raisedAt: isoInBeijing(objection.raisedAt),
      unreachable: objection.unreachable ?? false,
      holds: holdsUp(objection, policy),
    })),
    acceptedAt: isoOrNull(facts.acceptedAt),
    paidAt: isoOrNull(facts.paidAt),
    materialsAt: isoOrNull(facts.materialsAt),
    defenseFeePaidAt: isoOrNull(facts.defenseFeePaidAt),
    defenseAt: isoOrNull(facts.defenseAt),
    score: facts.score,
    tally: facts.tally,
    entrustedAt: isoOrNull(facts.entrustedAt),
    entrustedResult: facts.entrustedResult && {
      passed: facts.entrustedResult.passed,
      decidedOn: facts.entrustedResult.decidedOn,
    },
    needsAttention: application.needsAttention,
    recordFault: page.fault && faultBody(page.fault),
    started: application.startedAt !== null,
    openedAt: isoInBeijing(application.openedAt),
    updatedAt: isoInBeijing(application.updatedAt),
    dossierReadable,
    engineUrl: roles.includes('operator') ? engineUrlOf(deps, application.number) : null,
    actions: actionsFor(caller, facts.status, snapshot, now),
  };
}

/** Its workflow in the Temporal UI, or null when there is none to show. */
function engineUrlOf({ engine, temporalUiUrl }: Pick<Deps, 'engine' | 'temporalUiUrl'>, number: string) {
  if (temporalUiUrl === null) return null;
  return `${temporalUiPath}/namespaces/${encodeURIComponent(engine.namespace)}/workflows/${encodeURIComponent(number)}`;
}
