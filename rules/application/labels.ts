import type { BilingualText } from '../bilingualText.js';
import type { EventName, Role } from './lifecycle.js';

export const eventLabels: Readonly<Record<EventName, BilingualText>> = {
  submit: { zh: '提交申报', en: 'Submit' },
  return_to_applicant: { zh: '退回申报人', en: 'Return to the applicant' },
  decline: { zh: '不予推荐', en: 'Decline' },
  post_publicity: { zh: '发布单位公示', en: 'Post the publicity' },
  keep_publicity: { zh: '沿用原公示', en: 'Keep the earlier publicity' },
  raise_objection: { zh: '登记异议', en: 'Raise an objection' },
  resolve_objection: { zh: '办结异议', en: 'Resolve an objection' },
  publicity_ended: { zh: '单位公示期满', en: 'Publicity ended' },
  recommend: { zh: '推荐上报', en: 'Recommend' },
  forward: { zh: '审核上报', en: 'Forward' },
  return_to_unit: { zh: '退回单位', en: 'Return to the unit' },
  accept: { zh: '审核通过', en: 'Accept' },
  return_for_correction: { zh: '退回补正', en: 'Return for correction' },
  refuse: { zh: '不予受理', en: 'Refuse' },
  resubmit: { zh: '补正上报', en: 'Resubmit' },
  correction_due: { zh: '逾期未补正', en: 'Correction overdue' },
  forward_correction: { zh: '补正转报', en: 'Forward the correction' },
  return_correction: { zh: '退回继续补正', en: 'Return for further correction' },
  confirm_payment: { zh: '确认缴费', en: 'Confirm the payment' },
  receive_materials: { zh: '收齐原件', en: 'Receive the originals' },
  payment_due: { zh: '逾期未缴费或未报送材料', en: 'Payment or originals overdue' },
  schedule_defense: { zh: '安排答辩', en: 'Schedule the defense' },
  call_off_defense: { zh: '撤下答辩安排', en: 'Call the defense off' },
  score_defense: { zh: '答辩评分', en: 'Score the defense' },
  mark_absent: { zh: '登记缺席', en: 'Mark as absent' },
  record_tally: { zh: '登记评审结果', en: "Record the meeting's tally" },
  defer: { zh: '缓议', en: 'Defer' },
  confirm_unit_posting: { zh: '确认单位已公示', en: 'Confirm the posting in the unit' },
  notice_ended: { zh: '结果公示期满', en: 'Public notice ended' },
  withdraw: { zh: '撤回申报', en: 'Withdraw' },
  filing_cutoff: { zh: '逾期未报送至评委会', en: 'Filing cutoff passed' },
  extend: { zh: '申请延期', en: 'Request an extension' },
  approve_extension: { zh: '批准延期', en: 'Approve the extension' },
  toll: { zh: '期限中止', en: 'Toll the deadlines' },
  untoll: { zh: '期限恢复', en: 'Resume the deadlines' },
  disqualify: { zh: '取消资格', en: 'Disqualify' },
  amend_policy: { zh: '适用修订后的政策', en: 'The amended policy applies' },
};

export const roleLabels: Readonly<Record<Role, BilingualText>> = {
  applicant: { zh: '申报人', en: 'Applicant' },
  unit: { zh: '用人单位', en: 'Unit' },
  department: { zh: '主管部门', en: 'Department' },
  office: { zh: '评委会办事机构', en: 'Committee office' },
  finance: { zh: '财务', en: 'Finance' },
  expert: { zh: '评审专家', en: 'Expert' },
  chair: { zh: '主任委员', en: 'Chair' },
  supervisor: { zh: '监督', en: 'Supervisor' },
  operator: { zh: '运维', en: 'Operator' },
  bank: { zh: '银行', en: 'Bank' },
  public: { zh: '公众', en: 'Public' },
  timer: { zh: '到期', en: 'Deadline' },
};

/** Where what was decided elsewhere comes from: nobody at the application, and no deadline either. */
const decidedIn: Readonly<Partial<Record<EventName, BilingualText>>> = {
  amend_policy: { zh: '政策修订', en: 'Amended policy' },
  disqualify: { zh: '处罚登记', en: 'Register of sanctions' },
};

/** Who did something, as its readers know them: the role, or where it was decided. */
export function actorLabels(event: EventName, role: Role): BilingualText {
  return decidedIn[event] ?? roleLabels[role];
}
