import { formOf } from '../../../api/acts/formOf.js';
import { properAct } from '../../../prover/properAct.js';
import type { FormName, Forms } from '../../../rules/application/act.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type EventName, findLaw, statuses } from '../../../rules/application/lifecycle.js';
import { type Instant, isoInBeijing } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { unitDecision } from '../../../simulation/hurried/bodies.js';

type Write<F extends FormName> = (data: Forms[F], facts: Facts) => object;

const reason = '按规定办理';

/** The request body of an act, from the data of the act. */
const writing: { readonly [F in FormName]: Write<F> } = {
  nothing: () => ({}),
  freeText: () => ({ reason }),
  declination: () => ({ reason }),
  submission: () => ({}),
  resubmission: (_data, { defects }) => ({ answers: defects.map((defect) => ({ defect, text: '已补正' })) }),
  defects: () => ({ reason, defects: [{ section: 'education', field: 'entries.0', text: '证书不清晰' }] }),
  attachments: () => ({ reason, ...unitDecision('2024-08-01') }),
  objection: () => ({ reason, name: '李四', contact: '0997-0000000' }),
  objectionOutcome: (data) => ({ ...data, reason }),
  posting: () => ({}),
  // A policy without a defense fee has none to pay, which no body can say.
  payment: ({ amount, channel }) => ({ amount: amount || 1, channel, voucher: 'V-1' }),
  originals: (data) => data,
  appointment: ({ at }) => ({ at: isoInBeijing(at), place: '地区工信局二楼' }),
  callOff: () => ({ reason, place: '地区工信局二楼' }),
  scores: () => ({}),
  meeting: ({ tally, metOn }) => ({ tally, metOn }),
  entrustment: (data) => ({ ...data, sentTo: '某省评审委员会' }),
  entrustedResult: ({ passed, decidedOn }) => ({
    passed,
    decidedOn,
    decidedBy: '某省评审委员会',
    number: '某评〔2024〕1号',
  }),
  extension: ({ deadline, due }) => ({ deadline, due: isoInBeijing(due), reason }),
  pause: ({ until }) => ({ until, reason }),
  step: (data) => ({ ...data, reason }),
  amendment: (data) => data,
  sanction: (data) => data,
};

/** A valid request body, whether or not the law allows the act now. */
export function bodyOf(facts: Facts, event: EventName, at: Instant, policy: Policy = aksu2024): object {
  const status = statuses.find((one) => findLaw(one, event)) ?? facts.status;
  const act = properAct(findLaw(facts.status, event) ? facts : { ...facts, status }, event, policy, at);
  return write(formOf(event), act.data as Forms[FormName], facts);
}

function write<F extends FormName>(form: F, data: Forms[FormName], facts: Facts): object {
  return writing[form](data as Forms[F], facts);
}
