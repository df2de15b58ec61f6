import type { NotificationFacts, NotificationTemplate } from './notification.js';

const clause = '人社部令第40号（评审结果复查）';

function answered(outcome: string, path: (facts: NotificationFacts) => string, todo: string): NotificationTemplate {
  return (facts) => ({
    title: `复查申请已答复：${outcome}`,
    happened: `您对评审结果的复查申请已经答复：${outcome}（${clause}）。`,
    reason: facts.reexamination?.reason ?? null,
    todo,
    path: path(facts),
  });
}
const own = ({ detail }: NotificationFacts) => `/applications/${detail.applicationId ?? ''}`;

/** Letters about a reexamination: the request to the office, the answer to the applicant. */
export const reexaminationNotifications = {
  reexamination_requested: () => ({
    title: '有申报人申请复查，请答复',
    happened: `一位未通过评审的申报人对评审结果申请复查（${clause}）。`,
    todo: '请登录系统查看申请的理由，核对评审过程，作出“重新提交评审”或“维持原结果”的答复并说明理由。',
    until: ['规定没有写明答复的期限，请尽快办理；须在下一次评审会召集之前答复，才能重新提交评审。'],
    path: '/office/reexaminations',
  }),
  reexamination_upheld: answered(
    '重新提交评审',
    ({ detail, reexamination }) => `/applications/${reexamination?.newApplicationId ?? detail.applicationId ?? ''}`,
    '无需您重新填报：同样的材料以新的申报编号提交下一次评审会，结果另行通知。原申报的结果保留不变。',
  ),
  reexamination_dismissed: answered(
    '维持原结果',
    own,
    '复查到此结束，同一结果只能申请一次复查。对答复不明之处，可向评委会办事机构了解情况。',
  ),
} as const satisfies Record<`reexamination_${'requested' | 'upheld' | 'dismissed'}`, NotificationTemplate>;
