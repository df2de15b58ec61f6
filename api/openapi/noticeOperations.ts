import { ResultLookup } from '../conferral/results.js';
import { EvidenceQuery, PublicObjection, ReceiptHeader } from '../objections/publicObjections.js';
import { NoticesQuery } from '../publicNotices/publicNotices.js';
import {
  EvidenceAnswer,
  NoticeAnswer,
  NoticesAnswer,
  ObjectionReceipt,
  OwnObjectionAnswer,
  PublishedTitle,
  RevokedTitlesAnswer,
} from './noticeAnswers.js';
import { ActHeaders, type Operation } from './operation.js';
import { json } from './parts.js';

/** What anybody may read. */
export const noticeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/notices',
    tag: '公示',
    summary: '正在公示的名单',
    open: true,
    query: NoticesQuery,
    answers: { 200: NoticesAnswer },
  },
  {
    method: 'get',
    path: '/api/notices/{id}',
    tag: '公示',
    summary: '一份公示',
    open: true,
    answers: { 200: NoticeAnswer },
  },
  {
    method: 'get',
    path: '/api/notices/schema',
    tag: '公示',
    summary: '公示名单的 JSON Schema',
    open: true,
    answers: { 200: json },
  },
  {
    method: 'get',
    path: '/api/notices/revoked',
    tag: '公示',
    summary: '已撤销的资格',
    open: true,
    answers: { 200: RevokedTitlesAnswer },
  },
  {
    method: 'post',
    path: '/api/notices/{id}/objections',
    tag: '公示',
    summary: '对公示提出异议',
    open: true,
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    body: PublicObjection,
    answers: { 201: ObjectionReceipt },
  },
  {
    method: 'get',
    path: '/api/notices/{id}/objections/{objectionId}',
    tag: '公示',
    open: true,
    summary: '凭查询码查询异议的办理',
    headers: ReceiptHeader,
    answers: { 200: OwnObjectionAnswer },
  },
  {
    method: 'post',
    path: '/api/notices/{id}/objections/{objectionId}/evidence',
    tag: '公示',
    open: true,
    summary: '凭查询码补充证据材料',
    query: EvidenceQuery,
    headers: ReceiptHeader,
    body: 'file',
    answers: { 201: EvidenceAnswer },
  },
  {
    method: 'post',
    path: '/api/results',
    tag: '公示',
    summary: '凭证书编号和姓名查询资格',
    open: true,
    body: ResultLookup,
    answers: { 200: PublishedTitle },
  },
];
