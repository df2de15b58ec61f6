import { endOfDay } from '../../../rules/calendar/instant.js';
import { candidate } from '../phrases.js';
import type { NotificationTemplate } from './notification.js';

/** Letters about the committee's work: an objection to look into, an empty seat without an alternate. */
export const committeeNotifications = {
  investigator_assigned: ({ policy, candidate: about, detail, to }) => {
    const addressee = policy && about ? candidate({ ...about, policy }) : '一份申报';
    return {
      title: '请核查一项异议',
      happened: `您被指派核查对${addressee}的一项异议。`,
      todo: '请登录系统查看异议的内容和证据，核查后把结果交办结人登记。异议人的身份请勿向他人透露。',
      until: detail.dueOn === undefined ? [] : [{ zh: '核查截止', en: 'Examined until', ends: endOfDay(detail.dueOn) }],
      path: to === 'supervisor' ? '/supervisor/objections' : '/office/objections',
    };
  },
  seat_empty: ({ policy, detail }) => {
    const committee = policy?.reviewCommittee.committees.value.find(({ code }) => code === detail.committee);
    const specialty = policy?.specialties.find(({ code }) => code === detail.specialty);
    return {
      title: '评审委员会席位空缺，请补足',
      happened: `${committee?.name ?? detail.committee ?? ''}有委员辞谢，“${specialty?.name ?? detail.specialty ?? ''}”专业已没有候补专家可以递补，席位空缺。`,
      todo: '请查看评审委员会的组成，从该专业的专家库补充抽取；确实不能补足的，请核对评审会的人数是否仍达到规定。',
      until: ['请在评审会召集前办理。'],
      path: '/office/committee',
    };
  },
} as const satisfies Record<'investigator_assigned' | 'seat_empty', NotificationTemplate>;
