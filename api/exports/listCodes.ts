/** States of lists that pages show by colours and buttons: campaigns, positions, invitations, letters. */
export const states = {
  preparing: { zh: '筹备中', en: 'Preparing' },
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已结束', en: 'Closed' },
  not_stated: { zh: '未填报', en: 'Not stated' },
  unconfirmed: { zh: '待确认', en: 'Unconfirmed' },
  vacant: { zh: '有空缺', en: 'Vacant' },
  full: { zh: '已满', en: 'Full' },
  exceeded: { zh: '超出', en: 'Exceeded' },
  accepted: { zh: '已接受', en: 'Accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
  pending: { zh: '待发送', en: 'Pending' },
  parked: { zh: '暂停', en: 'Parked' },
} as const;

/** Kinds of files, tables and requests about accounts. */
export const kinds = {
  notice: { zh: '通知', en: 'Notice' },
  annex: { zh: '附件', en: 'Annex' },
  departments: { zh: '主管部门', en: 'Departments' },
  units: { zh: '用人单位', en: 'Units' },
  people: { zh: '人员与角色', en: 'People' },
  experts: { zh: '评审专家', en: 'Experts' },
  role: { zh: '授予角色', en: 'Role' },
  second_factor: { zh: '重设动态验证码', en: 'Second factor' },
  campaign: { zh: '年度评审', en: 'Campaign' },
  erasure: { zh: '清除个人信息', en: 'Erasure' },
  own_application: { zh: '本人申报', en: 'Own application' },
  none: { zh: '无', en: 'None' },
} as const;

/** What a row of an imported table was judged to be. */
export const rowVerdicts = {
  new: { zh: '新增', en: 'New' },
  changed: { zh: '有变动', en: 'Changed' },
  same: { zh: '无变动', en: 'Same' },
  wrong: { zh: '有错误', en: 'Wrong' },
} as const;

/** What came of a row of an imported table. */
export const rowOutcomes = {
  applied: { zh: '已登记', en: 'Applied' },
  already: { zh: '原已登记', en: 'Already' },
  undone: { zh: '已撤销', en: 'Undone' },
  kept: { zh: '予以保留', en: 'Kept' },
} as const;

/** How invitations of an imported table go out. */
export const deliveries = {
  letters: { zh: '邮件', en: 'Letters' },
  sheets: { zh: '打印启用单', en: 'Sheets' },
} as const;

/** What was done in a draw. */
export const drawActs = {
  freeze: { zh: '锁定名册', en: 'Freeze' },
  draw: { zh: '抽取', en: 'Draw' },
  void: { zh: '作废', en: 'Void' },
} as const;

/** How an expert may answer an invitation. */
export const invitationAnswers = {
  accept: { zh: '接受', en: 'Accept' },
  decline: { zh: '谢绝', en: 'Decline' },
} as const;

/** What ended a motion without a result. */
export const motionEnds = {
  open: { zh: '开启', en: 'Open' },
  close: { zh: '结束', en: 'Close' },
  void: { zh: '作废', en: 'Void' },
  name_lead: { zh: '指定主持人', en: 'Name a lead' },
  votes_closed: { zh: '投票结束', en: 'Votes closed' },
  quorum_lost: { zh: '人数不足', en: 'Quorum lost' },
  voter_recused: { zh: '委员回避', en: 'A voter was recused' },
} as const;

/** Which way money of a bank statement went. */
export const directionLabels = {
  in: { zh: '收入', en: 'In' },
  out: { zh: '支出', en: 'Out' },
} as const;

/** What became of a line of a bank statement that somebody had confirmed. */
export const lineOutcomeLabels = {
  confirmed: { zh: '已确认', en: 'Confirmed' },
  refused: { zh: '未能确认', en: 'Refused' },
} as const;
