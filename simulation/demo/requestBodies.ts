import { formOf } from '../../api/acts/formOf.js';
import type { Act, FormName, Forms } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { defectsAt, defensePlace, objection, reasons } from './sampleTexts.js';
import { personIdOf } from './staff.js';

type BodyOf<F extends FormName> = (data: Forms[F], act: Act, facts: Facts) => object;

const panel = ['expert', 'expert2', 'expert3'];

/** What a person of the demo sends with an act of each form; forms that are not listed ask for nothing. */
const bodies: { readonly [F in FormName]?: BodyOf<F> } = {
  freeText: (_data, { event }) => (reasons[event] ? { reason: reasons[event] } : {}),
  defects: (_data, _act, { submissions }) => ({
    reason: '材料不符合规定，需要补正的全部内容见下。',
    defects: defectsAt(submissions).map(({ section, field, text }) => ({ section, field, text })),
  }),
  resubmission: (_data, _act, { submissions }) => ({
    answers: defectsAt(submissions).map(({ answer: text }, index) => ({ defect: String(index + 1), text })),
  }),
  objection: () => objection.raised,
  objectionOutcome: ({ outcome }) => ({ outcome, reason: objection[outcome] }),
  payment: ({ amount, channel }, { receivedAt }) => ({ amount, channel, voucher: `GX${receivedAt}` }),
  appointment: ({ at }) => ({ at: isoInBeijing(at), place: defensePlace }),
  scores: ({ sheets }, _act, { campaignId }) => ({
    sheets: sheets.map((sheet, index) => ({ ...sheet, expertId: personIdOf(campaignId, panel[index] ?? '') })),
  }),
  // The samples' one defender of the specialty has the average that everybody who defends in a story has.
  meeting: ({ tally, metOn, specialty }, _act, { profile }) => ({
    tally,
    metOn,
    ...(profile.defenseExempt ? { specialty } : {}),
  }),
  extension: ({ deadline, due }, { event }) => ({ deadline, due: isoInBeijing(due), reason: reasons[event] }),
};

/** What was sent with an act of a story, in the door's own form. */
export function bodyOf(act: Act, facts: Facts): object {
  const body = bodies[formOf(act.event)] as BodyOf<FormName> | undefined;
  return body?.(act.data, act, facts) ?? {};
}
