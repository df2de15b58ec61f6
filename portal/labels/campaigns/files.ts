import { campaignFileKinds } from '../../../rules/campaign/campaignFiles.js';
import { area, codeLabels } from '../labelArea.js';

/** Labels of the notice and annexes as files. */
export const files = area('campaignFiles', {
  title: ['通知和附件', 'Notice and annexes'],
  lead: [
    'PDF、Word（docx）、Excel（xlsx）或图片，每份至多 20 MB。登录的人都能下载；发布后也在“评审通知”网页上。',
    'PDF, Word (docx), Excel (xlsx) or pictures, at most 20 MB each. Everybody signed in downloads them; once announced they are on the page of the announcement too.',
  ],
  later: [
    '上传、更换和撤下立即生效，不须修订，记入访问记录；更换后旧版本仍可下载。',
    'Changes count at once, without an amendment, and are in the access log. A replaced file stays as an older version.',
  ],
  none: ['还没有上传。', 'Nothing has been uploaded yet.'],
  ...codeLabels('kind', campaignFileKinds),
  add_notice: ['上传通知', 'Upload the notice'],
  add_annex: ['上传附件', 'Upload annexes'],
  replace: ['更换', 'Replace'],
  replaceOne: ['更换：{{name}}', 'Replace: {{name}}'],
  withdraw: ['撤下', 'Withdraw'],
  withdrawOne: ['撤下：{{name}}', 'Withdraw: {{name}}'],
  withdrawSure: ['撤下后任何人都不能再下载。', 'Nobody can download it any more.'],
  older: ['旧版本', 'Older version'],
  takenOver: ['沿用自往年，请核对', 'From an earlier campaign: please check'],
});
