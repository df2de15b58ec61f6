import { ChairChoice, InvitationReply } from '../committee/committees.js';
import { NewConflict } from '../committee/conflicts.js';
import { DeputyChoice } from '../committee/deputyRoute.js';
import { DrawSize, DrawVoid, NewDraw } from '../committee/draws.js';
import { ExpertChange, NewExpert } from '../committee/expertBody.js';
import { ExpertFile } from '../committee/expertCsv.js';
import { ExpertsQuery } from '../committee/experts.js';
import { RecusalRequest } from '../committee/recusalRequests.js';
import { NewRecusal, RecusalDecision } from '../committee/recusals.js';
import {
  ChairAnswer,
  CommitteesAnswer,
  ConflictsAnswer,
  DeclaredConflict,
  DrawAnswer,
  DrawFileAnswer,
  DrawsAnswer,
  EngagedExpertAnswer,
  ExpertAnswer,
  ExpertsAnswer,
  ImportedExpertsAnswer,
  InvitationAnswered,
  OwnSeatsAnswer,
  PublicDrawsAnswer,
  RecusalRequestedAnswer,
  RecusalRequestsAnswer,
  RecusalsAnswer,
  RecusedAnswer,
} from './committeeAnswers.js';
import { type Operation, own } from './operation.js';

const campaign = '/api/campaigns/{id}';
const tag = '评委会';

/** The pool of experts, conflicts and recusals, the draw, and who sits in a committee. */
export const committeeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${campaign}/experts`,
    tag,
    summary: '评审专家库中本年度评审各专业的专家（办事机构、监督）',
    query: ExpertsQuery,
    answers: { 200: ExpertsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/experts`,
    tag,
    summary: '专家入库；没有账户的同时开户',
    body: NewExpert,
    answers: { 201: EngagedExpertAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/experts/import`,
    tag,
    summary: '由 CSV 批量入库，要么全部要么不入',
    body: ExpertFile,
    answers: { 201: ImportedExpertsAnswer },
  },
  {
    method: 'patch',
    path: `${campaign}/experts/{expertId}`,
    tag,
    summary: '修改专家信息，或停用',
    body: ExpertChange,
    answers: { 200: ExpertAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/conflicts`,
    tag,
    summary: '利害关系：自动发现与申报的；专家只见本人的',
    answers: { 200: ConflictsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/conflicts`,
    tag,
    summary: '申报利害关系（专家本人或办事机构）',
    body: NewConflict,
    answers: { 201: DeclaredConflict },
  },
  {
    method: 'get',
    path: `${campaign}/recusals`,
    tag,
    summary: '回避：专家只见本人的',
    answers: { 200: RecusalsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/recusals`,
    tag,
    summary: '专家自行回避，或办事机构决定回避，即时生效',
    body: NewRecusal,
    answers: { 201: RecusedAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/recusals/{recusalId}/decision`,
    tag,
    summary: '答复申报人的回避申请',
    body: RecusalDecision,
    answers: { 200: RecusedAnswer },
  },
  {
    method: 'get',
    path: `${own}/recusals`,
    tag,
    summary: '本人申请的回避',
    answers: { 200: RecusalRequestsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${own}/recusals`,
    tag,
    summary: '申报人申请某人回避',
    body: RecusalRequest,
    answers: { 201: RecusalRequestedAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/draws`,
    tag,
    summary: '随机抽取及其进展（办事机构、监督）',
    answers: { 200: DrawsAnswer, 304: null },
  },
  {
    method: 'post',
    path: `${campaign}/draws`,
    tag,
    summary: '第一步：生成种子并公布其摘要',
    body: NewDraw,
    answers: { 201: DrawAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/draws/{drawId}/freeze`,
    tag,
    summary: '第二步：冻结专家库',
    body: DrawSize,
    answers: { 200: DrawAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/draws/{drawId}/draw`,
    tag,
    summary: '第三步：公布种子并抽取',
    answers: { 200: DrawAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/draws/{drawId}/void`,
    tag,
    summary: '抽取之前作废，重新开始',
    body: DrawVoid,
    answers: { 200: DrawAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/draws/{drawId}/file`,
    tag,
    summary: '导出抽取记录，任何人可离线核验',
    answers: { 200: DrawFileAnswer },
  },
  {
    method: 'get',
    path: '/api/draws',
    tag,
    summary: '已公布的种子摘要与种子，无需登录',
    open: true,
    answers: { 200: PublicDrawsAnswer },
  },
  {
    method: 'get',
    path: `${campaign}/committees`,
    tag,
    summary: '评审委员会名单（不公开；委员只见本委员会）',
    answers: { 200: CommitteesAnswer, 304: null },
  },
  {
    method: 'put',
    path: `${campaign}/committees/{committee}/chair`,
    tag,
    summary: '指定主任委员',
    body: ChairChoice,
    answers: { 200: ChairAnswer },
  },
  {
    method: 'put',
    path: `${campaign}/committees/{committee}/deputy`,
    tag,
    summary: '确定或更换副主任委员',
    body: DeputyChoice,
    answers: { 200: ChairAnswer },
  },
  {
    method: 'post',
    path: `${campaign}/committees/{committee}/invitation`,
    tag,
    summary: '专家答复邀请',
    body: InvitationReply,
    answers: { 200: InvitationAnswered },
  },
  {
    method: 'get',
    path: '/api/me/invitations',
    tag,
    summary: '本人受邀的评审委员会',
    answers: { 200: OwnSeatsAnswer, 304: null },
  },
];
