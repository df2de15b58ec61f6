import type { BilingualText } from '../bilingualText.js';
import type { EventName, Role } from './lifecycle.js';

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

/** Where a decision made elsewhere comes from. */
const decidedIn: Readonly<Partial<Record<EventName, BilingualText>>> = {
  amend_policy: { zh: '政策修订', en: 'Amended policy' },
  disqualify: { zh: '处罚登记', en: 'Register of sanctions' },
};

/** Who acted, as readers know them: the role, or where it was decided. */
export function actorLabels(event: EventName, role: Role): BilingualText {
  return decidedIn[event] ?? roleLabels[role];
}
