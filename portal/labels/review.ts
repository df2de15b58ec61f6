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
  openObjections: ['公示收到异议，正在核查（{{n}} 项）', 'Objections being looked into: {{n}}'],
  settledBy_unit_publicity: ['由用人单位核实办结', 'settled by the unit'],
  settledBy_public_notice: ['由评委会办事机构、监督部门核实办结', 'settled by the committee office and the supervisor'],
  holdsUp: ['办结前公示不期满', 'the notice does not end before'],
  holdsNothing: [
    '提出人无法联系，登记备查，公示照常期满',
    'its author cannot be reached: it is filed, and the notice ends as planned',
  ],
  answerOwn: [
    '您可以向办结单位书面说明情况、提供证明材料；核查期间不必重新申报，结果会通知您。异议的内容和提出人不向您公开。',
    'You may answer whoever settles it in writing and hand in proof. You need not apply again; you are told the outcome. Neither the words nor the author are shown to you.',
  ],
  answerSettling: [
    '请核实后用“办结异议”登记结论和理由：成立的，申报就此终止；不成立的，公示继续。可请申报人书面说明。',
    'Look into it, then record the outcome with reasons: upheld, it ends the application; dismissed, the notice goes on. The applicant may be asked to answer in writing.',
  ],
  answerOthers: ['有情况要反映的，请告知办结单位。', 'Tell whoever settles it what you know.'],
  objector: ['异议人', 'By'],
  progressAndRecord: ['办理进程与全部经过', 'Progress and record'],
});
