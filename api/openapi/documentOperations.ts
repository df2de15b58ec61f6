import { DocumentAnswer } from '../applications/dossierAnswers.js';
import { DownloadQuery, UploadQuery } from '../documents/routes.js';
import { type Operation, own } from './operation.js';

/** Evidence. */
export const documentOperations: readonly Operation[] = [
  {
    method: 'post',
    path: `${own}/documents`,
    tag: '材料',
    summary: '上传材料（PDF、JPEG、PNG，至多20MB；文件本身为请求内容）',
    query: UploadQuery,
    body: 'file',
    answers: { 201: DocumentAnswer },
  },
  {
    method: 'get',
    path: `${own}/documents/{documentId}`,
    tag: '材料',
    summary: '下载材料，或以 inline=true 在页面中查看',
    query: DownloadQuery,
    answers: { 200: 'file', 304: null },
  },
  { method: 'delete', path: `${own}/documents/{documentId}`, tag: '材料', summary: '删除材料', answers: { 204: null } },
];
