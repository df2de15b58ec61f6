import { addDays, localDateOf } from '../calendar/instant.js';
import { submissionsWith } from '../candidate/appliedBefore.js';
import type { UnmetCondition } from '../candidate/unmetConditions.js';
import type { Policy } from '../policy/policy.js';
import { bestOf } from '../policy/promised.js';
import type { Act, FormName, Forms, Transition } from './act.js';
import { type Facts, instantNames, instantsSetBy } from './facts.js';
import type { EventName } from './lifecycle.js';
import type { ObjectionStage } from './objections.js';
import { goesToUnit } from './publicity/republish.js';

type Changes = Transition['changes'];
type Effect = (facts: Facts, act: Act, policy: Policy) => Changes;

/** An effect that reads the act's data in the form its row of the law takes. */
function taking<F extends FormName>(
  _form: F,
  effect: (data: Forms[F], facts: Facts, act: Act, policy: Policy) => Changes,
): Effect {
  return (facts, act, policy) => effect(act.data as Forms[F], facts, act, policy);
}

const raise = (stage: ObjectionStage) =>
  taking('objection', ({ objectionId: id, unreachable }, { objections }, { receivedAt: raisedAt }) => ({
    objections: [...objections, { id, stage, raisedAt, outcome: null, ...(unreachable ? { unreachable } : {}) }],
  }));

/** The verdict on the conditions of a form handed in; that of an earlier one holds no longer. */
const verdictOn = (unmet: readonly UnmetCondition[], facts: Facts): Changes =>
  unmet.length > 0 || facts.unmetConditions ? { unmetConditions: unmet } : {};

/** What an act changes besides status and deadlines. An event that is not listed changes nothing else. */
const effects: Readonly<Partial<Record<EventName, Effect>>> = {
  submit: taking('submission', ({ dossierHash, publishableHash, profile, underOtherAccounts, unmet = [] }, facts) => ({
    dossierHash,
    publishableHash,
    profile,
    ...verdictOn(unmet, facts),
    ...(underOtherAccounts
      ? { submissions: submissionsWith(underOtherAccounts, profile.specialty, facts.submissions) }
      : {}),
  })),
  post_publicity: () => ({ publishedHash: null, objections: [] }),
  raise_objection: (facts, act, policy) =>
    raise(facts.noticeFrom === null ? 'unit_publicity' : 'public_notice')(facts, act, policy),
  resolve_objection: taking('objectionOutcome', ({ objectionId, outcome }, { objections }) => ({
    objections: objections.map((objection) => (objection.id === objectionId ? { ...objection, outcome } : objection)),
  })),
  publicity_ended: ({ publishableHash }) => ({ publishedHash: publishableHash }),
  recommend: () => ({ chainLevel: 0 }),
  forward: ({ chainLevel }) => ({ chainLevel: chainLevel + 1 }),
  // All departments are before it again, the one above the unit first.
  return_to_unit: () => ({ chainLevel: 0 }),
  return_for_correction: taking('defects', ({ defects }) => ({ defects })),
  accept: ({ unmetConditions }) => ({
    defects: [],
    ...(unmetConditions?.length ? { conditionsWaived: true as const } : {}),
  }),
  resubmit: taking('resubmission', ({ dossierHash, publishableHash, unmet }, facts, _act, policy) => ({
    dossierHash,
    publishableHash,
    ...(unmet ? verdictOn(unmet, facts) : {}),
    ...(goesToUnit({ ...facts, publishableHash }, policy)
      ? { correctionMet: facts.deadlines.correction_due ?? null }
      : {}),
  })),
  schedule_defense: taking('appointment', ({ at }) => ({ defenseAt: at })),
  // Not an absence: the candidate waits for another appointment.
  call_off_defense: () => ({ defenseAt: null }),
  score_defense: taking('scores', ({ sheets }) => ({
    score: { sum: sheets.reduce((sum, { points }) => sum + points, 0), count: sheets.length },
  })),
  mark_absent: ({ absences }) => ({ absences: absences + 1, defenseAt: null }),
  enter_tally: taking('meeting', ({ tally, metOn, minutes }, _facts, { actor }) => ({
    enteredTally: {
      tally,
      metOn,
      scanHash: minutes.kind === 'paper' ? (minutes.scan?.hash ?? null) : null,
      enteredBy: actor.personId,
    },
  })),
  defer: () => ({ enteredTally: null }),
  record_tally: taking('meeting', ({ tally, metOn, specialty }, { profile, score }, { receivedAt }) => {
    return {
      tally,
      metOn,
      enteredTally: null,
      // The day after the minutes were signed: a result cannot have been posted before it was known.
      noticeFrom: addDays(localDateOf(receivedAt), 1),
      score: profile.defenseExempt && specialty.count > 0 ? { sum: specialty.sum, count: specialty.count } : score,
    };
  }),
  record_entrusted_result: taking('entrustedResult', ({ passed, decidedOn }, _facts, { actor }) => ({
    entrustedResult: { passed, decidedOn, recordedBy: actor.personId },
  })),
  extend: taking('extension', ({ deadline, due }, _facts, { actor }) => ({
    pendingExtension: { deadline, due, requestedBy: actor.personId },
  })),
  approve_extension: () => ({ pendingExtension: null }),
  toll: taking('pause', ({ until }, _facts, { actor }) => ({ pendingPause: { until, requestedBy: actor.personId } })),
  approve_toll: ({ pendingPause }, { receivedAt }) => ({
    tolledSince: receivedAt,
    pausedUntil: pendingPause?.until ?? null,
    pendingPause: null,
  }),
  amend_policy: taking('amendment', ({ kept }, { promised }) => (kept ? { promised: bestOf(promised, kept) } : {})),
  untoll: ({ tolledSince, pauses }, { receivedAt: to }) => ({
    tolledSince: null,
    pausedUntil: null,
    pauses: tolledSince === null ? pauses : [...pauses, { from: tolledSince, to }],
  }),
};

function instantsOf({ event, receivedAt }: Act): Changes {
  const set = instantNames.filter((name) => (instantsSetBy[name] as readonly EventName[]).includes(event));
  return Object.fromEntries(set.map((name) => [name, receivedAt]));
}

/** What an allowed act changes in the facts, besides what follows from the status it leads to. */
export function effectOf(facts: Facts, act: Act, policy: Policy): Changes {
  return { ...instantsOf(act), ...effects[act.event]?.(facts, act, policy) };
}
