import { area } from './labelArea.js';

/** Labels of the review of one application. */
export const review = area('review', {
  queue: ['待办', 'Work queue'],
  checks: ['核对', 'Checks'],
  complete: ['材料齐全，没有缺项。', 'Complete: nothing the notice asks for is missing.'],
  eligible: ['未发现不符合申报条件的情形。', 'Nothing found that stands against the application.'],
  notEligible: ['不符合申报条件', 'Not eligible'],
  missing: ['还缺少 {{n}} 项', '{{n}} items missing'],
  checkHint: [
    '由系统按通知逐条核对；是否真实，须对照原件核实。',
    'Checked against the notice; whether it is true has to be seen from the originals.',
  ],
  documents: ['附件', 'Documents'],
  closePreview: ['收起预览', 'Close the preview'],
  objections: ['异议', 'Objections'],
  noObjections: ['没有登记过异议。', 'No objection has been registered.'],
  open: ['待处理', 'Open'],
  objector: ['异议人', 'By'],
  progressAndRecord: ['办理进程与全部经过', 'Progress and record'],
});
