import { outcomeOf, paymentOutcomes } from '../../../rules/fees/paymentOutcomes.js';
import { moment, yuan } from '../phrases.js';
import type { NotificationFacts, NotificationTemplate } from './notification.js';

const pathOf = ({ detail }: NotificationFacts) => `/applications/${detail.applicationId ?? ''}`;

/** Letters to an applicant about a slot at the counter that is cancelled, and about a payment that is kept. */
export const applicantNotifications = {
  visit_cancelled: (facts) => ({
    title: '预约的现场递交时段已取消',
    happened: `您预约的现场递交原件的时段${facts.detail.visit ? `（${moment(facts.detail.visit.startsAt)}）` : ''}已由评委会办事机构取消。`,
    todo: '请勿按原定时间前往。请在申报页另约时段，或改为邮寄；递交原件的截止时间不变。',
    path: pathOf(facts),
  }),
  payment_kept: (facts) => {
    const { payment } = facts.detail;
    if (payment === undefined) throw new Error('a letter about a payment that is not there');
    const { zh, told } = paymentOutcomes[outcomeOf(payment, payment.fee)];
    return {
      title: '一笔款项待核对',
      happened: `与您的申报有关的一笔款项到账，其中${yuan(payment.amount)}没有用于确认缴费：${zh}。`,
      reason: null,
      todo: `${told.zh}由他人代缴的，请转告付款人；有疑问的，请与财务联系。`,
      path: pathOf(facts),
    };
  },
} as const satisfies Record<'visit_cancelled' | 'payment_kept', NotificationTemplate>;
