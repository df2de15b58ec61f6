import { sanctionEvents, sanctionRows, sanctionStates } from '../../rules/sanctions/sanctionLaw.js';
import { ConferralsQuery } from '../conferral/conferrals.js';
import { Investigation } from '../objections/objectionList.js';
import { ReexaminationDecision, ReexaminationRequest } from '../reexaminations/routes.js';
import { NewSanction, SanctionAct, SanctionsQuery } from '../sanctions/sanctionBody.js';
import {
  CertificateAnswer,
  ConferralsAnswer,
  OwnReexaminationAnswer,
  ReexaminationAnswer,
  ReexaminationsAnswer,
  SanctionAnswer,
  SanctionsAnswer,
} from './conferralAnswers.js';
import { InvestigationAnswer, InvestigatorsAnswer, ObjectionListAnswer } from './objectionAnswers.js';
import { type Operation, own } from './operation.js';

const campaign = '/api/campaigns/{id}';

/** What an act on the register is called: the same in whichever state the law has it. */
const nameOf = (event: (typeof sanctionEvents)[number]) =>
  sanctionStates.flatMap((state) => sanctionRows(state)).find(([name]) => name === event)?.[1].zh ?? '';

const onSanctions: readonly Operation[] = sanctionEvents.map((event) => ({
  method: 'post',
  path: `${campaign}/sanctions/{sanctionId}/${event}`,
  tag: '处罚登记',
  summary: nameOf(event),
  body: SanctionAct,
  answers: { 200: SanctionAnswer },
}));

/** Objections as they are looked into, conferral, reexamination and the register of sanctions. */
export const conferralOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${own}/objections`,
    tag: '异议',
    summary: '异议及提出人、证据（监督、办事机构）',
    answers: { 200: ObjectionListAnswer, 304: null },
  },
  {
    method: 'put',
    path: `${own}/objections/{objectionId}/investigation`,
    tag: '异议',
    summary: '指定核查人和期限',
    body: Investigation,
    answers: { 200: InvestigationAnswer },
  },
  {
    method: 'get',
    path: `${own}/objections/{objectionId}/evidence/{evidenceId}`,
    tag: '异议',
    summary: '下载异议的证据材料',
    answers: { 200: 'file' },
  },
  {
    method: 'get',
    path: `${campaign}/investigators`,
    tag: '异议',
    summary: '可以指定的核查人',
    answers: { 200: InvestigatorsAnswer, 304: null },
  },
  {
    method: 'get',
    path: `${campaign}/conferrals`,
    tag: '资格',
    summary: '取得资格人员名单；单位只见本单位',
    query: ConferralsQuery,
    answers: { 200: ConferralsAnswer, 304: null },
  },
  {
    method: 'get',
    path: `${own}/certificate`,
    tag: '资格',
    summary: '证书编号',
    answers: { 200: CertificateAnswer, 304: null },
  },
  {
    method: 'get',
    path: `${own}/reexamination`,
    tag: '复查',
    summary: '能否申请复查、期限与结果',
    answers: { 200: OwnReexaminationAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${own}/reexamination`,
    tag: '复查',
    summary: '未通过者申请复查，一次为限',
    body: ReexaminationRequest,
    answers: { 201: ReexaminationAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/reexaminations`,
    tag: '复查',
    summary: '复查申请',
    answers: { 200: ReexaminationsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/reexaminations/{applicationId}/decision`,
    tag: '复查',
    summary: '答复复查申请',
    body: ReexaminationDecision,
    answers: { 200: ReexaminationAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/sanctions`,
    tag: '处罚登记',
    summary: '处罚登记册（监督、办事机构）',
    query: SanctionsQuery,
    answers: { 200: SanctionsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/sanctions`,
    tag: '处罚登记',
    summary: '提出处罚，可同时撤销资格',
    body: NewSanction,
    answers: { 201: SanctionAnswer },
  },
  ...onSanctions,
];
