import { eventLabels, personEvents } from '../../rules/application/lifecycle.js';
import { OutcomeAnswer, PendingAnswer, ReceiptAnswer } from '../acts/answers.js';
import { bodies } from '../acts/bodies.js';
import { formOf } from '../acts/formOf.js';
import { As } from '../acts/routes.js';
import { ActHeaders, type Operation, own } from './operation.js';

const acts: Operation[] = personEvents.map((event) => ({
  method: 'post',
  path: `${own}/actions/${event}`,
  tag: '办理',
  summary: `${eventLabels[event].zh} · ${eventLabels[event].en}`,
  query: As,
  headers: ActHeaders,
  body: bodies[formOf(event)],
  answers: { 200: ReceiptAnswer, 202: PendingAnswer },
}));

/** One route for each event of the law, and what came of an act. */
export const actOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${own}/acts/{key}`,
    tag: '办理',
    summary: '一次办理的结果',
    answers: { 200: OutcomeAnswer },
  },
  ...acts,
];
