import { positionStates } from '../../rules/campaign/positions.js';
import { area, codeLabels } from './labelArea.js';

/** Labels of units' positions, where titles go with them (评聘结合). */
export const positions = area('positions', {
  positions: ['评聘结合：岗位', 'Positions'],
  ownLead: [
    '各级别推荐人数不得超过空缺岗位数。已聘人数不含本次推荐的人员。',
    'No more candidates of a level can be recommended than positions are vacant. Occupied counts nobody recommended in this review.',
  ],
  allLead: [
    '各单位填报的岗位数，以及本次推荐占用的空缺。超出空缺的，评审结果须先由办事机构决定。',
    'The positions units have stated, and those held by recommendations. Where they are exceeded, the office decides before a result is recorded.',
  ],
  departmentLead: [
    '所属单位填报的各级别岗位数。请与核准文件核对后确认；单位改动后须重新确认。',
    'The positions the units below you have stated. Check them against what was approved, then confirm; a change has to be confirmed anew.',
  ],
  notAsked: ['现有的年度评审都不要求填报岗位。', 'None of the reviews asks for positions.'],
  campaign: ['年度评审', 'Review'],
  history: ['记录', 'History'],
  historyOf: ['填报与确认记录', 'Statements and confirmations'],
  historyEmpty: ['还没有填报过。', 'Nothing has been stated yet.'],
  didState: ['填报', 'Stated'],
  didConfirm: ['确认', 'Confirmed'],
  entry: ['核准 {{approved}}，已聘 {{occupied}}', '{{approved}} approved, {{occupied}} occupied'],
  fromTo: ['{{from}} → {{to}}', '{{from}} → {{to}}'],
  none: ['没有符合条件的单位。', 'No unit matches.'],
  unit: ['用人单位', 'Unit'],
  level: ['级别', 'Level'],
  anyLevel: ['全部级别', 'All levels'],
  anyState: ['全部状态', 'All states'],
  approved: ['核准', 'Approved'],
  occupied: ['已聘', 'Occupied'],
  vacant: ['空缺', 'Vacant'],
  held: ['已推荐', 'Recommended'],
  state: ['状态', 'State'],
  statedAt: ['填报时间', 'Stated'],
  notConfirmed: ['未确认', 'Not confirmed'],
  confirmed: ['已确认', 'Confirmed'],
  edit: ['填报岗位', 'State positions'],
  save: ['保存', 'Save'],
  confirm: ['确认', 'Confirm'],
  required: ['请填写。', 'Please fill this in.'],
  reason: ['理由', 'Reason'],
  numbers: [
    '核准 {{approved}} 个，已聘 {{occupied}} 人，空缺 {{vacant}} 个；本次已推荐 {{held}} 人。',
    '{{approved}} approved, {{occupied}} occupied, {{vacant}} vacant; {{held}} recommended in this review.',
  ],
  numbersMissing: ['尚未填报。填报后才能推荐。', 'Not stated yet. You can recommend once the numbers are there.'],
  more: ['下一页', 'Next page'],
  first: ['第一页', 'First page'],
  ...codeLabels('state', positionStates),
});
