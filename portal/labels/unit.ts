import { area } from './labelArea.js';

/** Labels of the unit's pages. */
export const unit = area('unit', {
  queue: ['单位待办', 'Work queue of the unit'],
  lead: ['最早到期的在最前', 'Those due first are on top'],
  soonTitle: ['{{n}} 份将在 3 天内到期', '{{n}} due within 3 days'],
  soonMore: ['过了截止时间即视为放弃，请先办理这些申报。', 'What passes its deadline lapses. Please do these first.'],
  showSoon: ['只看这些', 'Show only these'],
  toPost: ['{{n}} 份还没有张贴公示', '{{n}} are not posted yet'],
  toPostLast: [
    '最迟 {{day}} 张贴，公示期满后才赶得上{{whose}}（{{cutoff}}）。',
    'Posted by {{day}}, the period still ends before {{whose}}, {{cutoff}}.',
  ],
  toPostOver: [
    '现在张贴已赶不上{{whose}}（{{cutoff}}；最迟 {{day}} 张贴）。请立即与评委会办事机构联系。',
    'Posting now no longer meets {{whose}}, {{cutoff}} (last day {{day}}). Please call the committee office at once.',
  ],
  publicity: ['单位公示', 'Publicity in the unit'],
  day: ['哪天张贴', 'Posted on'],
  ends: ['{{day}} 公示，最早 {{end}} 结束', 'Posted on {{day}}, it ends on {{end}} at the earliest'],
  lastSafe: [
    '最迟 {{day}} 张贴，才赶得上{{whose}}（{{cutoff}}）。',
    'It has to be posted by {{day}} to meet {{whose}}, {{cutoff}}.',
  ],
  noSafe: ['无论哪天张贴都赶不上截止时间。', 'No day is early enough to meet the cutoff.'],
  tooLate: [
    '这天张贴赶不上截止时间，申报将视为放弃。',
    'Posted on this day it misses the cutoff, and the application lapses.',
  ],
  postedCounts: [
    '公示期自登记“发布单位公示”的次日起算。',
    'The period counts from the day after the posting is registered.',
  ],
  notice: ['打印公示（附件1）', 'Print the notice (Annex 1)'],
  noticeTitle: ['推荐单位公示', 'Notice of the recommending unit'],
  noticeMasked: [
    '身份证号已遮盖；材料声明涉密的，姓名、单位也按声明遮盖。',
    'The ID number is masked; name and unit too where the form declares confidential work.',
  ],
  attachments: ['推荐所附材料', 'To be attached to the recommendation'],
  notAttached: ['未上传', 'Missing'],
  upload: ['上传{{document}}', 'Attach: {{document}}'],
  uploadIt: ['上传', 'Attach'],
  uploadAgain: ['再传一份', 'Attach another'],
  uploading: ['正在上传…', 'Uploading…'],
  uploadHint: ['PDF、JPEG 或 PNG，至多 20 MB。', 'PDF, JPEG or PNG, 20 MB at most.'],
});
