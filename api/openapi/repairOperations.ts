import { repairs } from '../../rules/application/lifecycle.js';
import { ReceiptAnswer } from '../acts/answers.js';
import { bodies } from '../acts/bodies.js';
import { IntakesAnswer, LetterRepairAnswer, OutboxAnswer, ParkedAnswer } from '../operations/answers.js';
import { LetterRepairBody } from '../operations/letterRepairs.js';
import { OutboxQuery } from '../operations/routes.js';
import { ActHeaders, type Operation, own } from './operation.js';

const repairActs: Operation[] = repairs.map((name) => ({
  method: 'post',
  path: `${own}/actions/${name}`,
  tag: '运维',
  summary: name === 'retry_step' ? '重试待处理步骤' : '跳过待处理步骤',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  body: bodies.step,
  answers: { 200: ReceiptAnswer },
}));
const letterRepairs: Operation[] = repairs.map((name) => ({
  method: 'post',
  path: `/api/operations/outbox/{id}/${name}`,
  tag: '运维',
  summary: name === 'retry_step' ? '重新发送停发的邮件' : '不再发送停发的邮件',
  headers: ActHeaders.pick({ 'idempotency-key': true }),
  body: LetterRepairBody,
  answers: { 200: LetterRepairAnswer },
}));
/** What operators see and mend; the repairs come from the law. */
export const repairOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/operations/outbox',
    tag: '运维',
    summary: '未发出的邮件',
    query: OutboxQuery,
    answers: { 200: OutboxAnswer },
  },
  {
    method: 'get',
    path: '/api/operations/intakes',
    tag: '运维',
    summary: '未办结的收文',
    answers: { 200: IntakesAnswer },
  },
  { method: 'get', path: '/api/operations/parked', tag: '运维', summary: '待处理步骤', answers: { 200: ParkedAnswer } },
  ...repairActs,
  ...letterRepairs,
];
