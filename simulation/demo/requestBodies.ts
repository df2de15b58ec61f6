import { formOf } from '../../api/acts/formOf.js';
import type { Act, FormName, Forms } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { unitDecision } from '../hurried/bodies.js';
import { defectsAt, defensePlace, objection, reasons } from './sampleTexts.js';
import { personIdOf } from './staff.js';

type BodyOf<F extends FormName> = (data: Forms[F], act: Act, facts: Facts) => object;

const panel = ['expert', 'expert2', 'expert3'];

/** The request body of an act, by form; forms that are not listed have an empty body. */
const bodies: { readonly [F in FormName]?: BodyOf<F> } = {
  freeText: (_data, { event }) => (reasons[event] ? { reason: reasons[event] } : {}),
  declination: (_data, { event }) => (reasons[event] ? { reason: reasons[event] } : {}),
  defects: (_data, _act, { submissions }) => ({
    reason: '材料不符合规定，需要补正的全部内容见下。',
    defects: defectsAt(submissions).map(({ section, field, text }) => ({ section, field, text })),
  }),
  resubmission: (_data, _act, { submissions }) => ({
    answers: defectsAt(submissions).map(({ answer: text }, index) => ({ defect: String(index + 1), text })),
  }),
  attachments: (_data, { receivedAt }, { postedAt }) => unitDecision(localDateOf(postedAt ?? receivedAt)),
  objection: () => objection.raised,
  objectionOutcome: ({ outcome }) => ({ outcome, reason: objection[outcome] }),
  payment: ({ amount, channel }, { receivedAt }) => ({ amount, channel, voucher: `GX${receivedAt}` }),
  appointment: ({ at }) => ({ at: isoInBeijing(at), place: defensePlace }),
  scores: ({ sheets }, _act, { campaignId }) => ({
    sheets: sheets.map((sheet, index) => ({ ...sheet, expertId: personIdOf(campaignId, panel[index] ?? '') })),
  }),
  // Only exempt candidates need the specialty's average: the sample that defends has the same scores.
  meeting: ({ tally, metOn, specialty }, _act, { profile }) => ({
    tally,
    metOn,
    ...(profile.defenseExempt ? { specialty } : {}),
  }),
  extension: ({ deadline, due }, { event }) => ({ deadline, due: isoInBeijing(due), reason: reasons[event] }),
};

/** The request body of an act of a story, as the API takes it. */
export function bodyOf(act: Act, facts: Facts): object {
  const body = bodies[formOf(act.event)] as BodyOf<FormName> | undefined;
  return body?.(act.data, act, facts) ?? {};
}
