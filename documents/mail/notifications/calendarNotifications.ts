import type { NotificationTemplate } from './notification.js';

/** Letters to those who decide by which calendar and policy a campaign goes. */
export const calendarNotifications = {
  calendar_announced: ({ policy, detail, to }) => {
    const years = (detail.years ?? []).map((year) => `${year}年`).join('、');
    const campaign = policy?.title ?? '';
    return {
      title: `工作日历有更新：${campaign}`,
      happened: `${years}节假日安排已公布或更正，${campaign}仍按原工作日历计算期限。`,
      todo:
        to === 'operator'
          ? '由评委会办事机构提出修订，请确认其已知悉。'
          : '请查看哪些申报的期限会延后，以修订方式采用新工作日历：一人提出，另一人批准；已告知的期限只延不缩。',
      path: to === 'operator' ? '/operator' : '/office/calendar',
    };
  },
  amendment_proposed: ({ policy }) => {
    const campaign = policy?.title ?? '';
    return {
      title: `政策修订待批准：${campaign}`,
      happened: `有人提出修订${campaign}的评审政策，须由另一位工作人员批准。`,
      todo: '请核对更改的各项及受影响的期限，批准或撤回。提出修订的本人不能批准。',
      path: policy === null ? '/office/policy' : `/office/campaigns/${policy.id}/policy#amendments`,
    };
  },
  campaign_pause_requested: ({ policy, to }) => {
    const campaign = policy?.title ?? '';
    return {
      title: `全部期限中止待批准：${campaign}`,
      happened: `有人申请中止${campaign}全部办理中申报的期限，须由另一人批准。批准前期限照常计算。`,
      todo: '请核对理由和计划恢复或复核的日期，批准或不予批准。申请的本人不能批准。',
      path: to === 'operator' ? '/operator/pauses' : '/supervisor/pauses',
    };
  },
} as const satisfies Record<
  'calendar_announced' | 'amendment_proposed' | 'campaign_pause_requested',
  NotificationTemplate
>;
