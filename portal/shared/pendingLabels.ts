import { area } from '../labels/labelArea.js';

/** Labels of what one person asks for and another approves: extensions and pauses of deadlines. */
export const pending = area('pending', {
  extensions: ['延期', 'Extensions'],
  pauses: ['期限中止', 'Pauses of deadlines'],
  byTwo: ['由一人申请，另一人批准。', 'One person asks, another approves.'],
  noExtensions: ['没有等待批准的延期', 'No extension waits for approval'],
  noPauses: ['没有等待批准的单份申报期限中止', 'No pause of a single application waits for approval'],
  extensionOf: ['{{deadline}}延至', '{{deadline}} until'],
  pauseUntil: ['期限中止，计划至 {{date}}', 'All deadlines stand still, planned until {{date}}'],
  requestedBy: ['申请人：{{requester}}', 'Asked by {{requester}}'],
  you: ['您本人（须由另一人批准）', 'you (somebody else has to approve)'],
  newExtension: [
    '申请新的延期：在“全部申报”中打开一份申报，点“申请延期”。',
    'To ask for one, open an application in All applications and choose Request an extension.',
  ],
  newPause: [
    '只中止一份申报的期限：查询并打开该申报，点“申请中止期限”。',
    'To pause a single application, find and open it and choose Request a pause of the deadlines.',
  ],
  details: ['查看申报', 'Open'],
});
