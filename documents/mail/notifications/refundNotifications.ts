import { yuan } from '../phrases.js';
import type { NotificationContent, NotificationFacts, NotificationTemplate } from './notification.js';

type Refund = NonNullable<NotificationFacts['refund']>;

function about(write: (refund: Refund) => Omit<NotificationContent, 'path'>): NotificationTemplate {
  return ({ refund, detail }) => {
    if (refund === null) throw new Error('a letter about a refund that is not there');
    return { ...write(refund), path: `/applications/${detail.applicationId ?? ''}` };
  };
}

/** Letters to a payer about a refund: decided, sent, or sent back by the bank. */
export const refundNotifications = {
  refund_approved: about(({ amount }) => ({
    title: '退费已批准',
    happened: `您的退费${yuan(amount)}已经批准，由财务按原缴费路径退回。`,
    todo: '无需办理，请留意原缴费账户；由他人代缴的，请转告付款人。',
  })),
  refund_refused: about(({ amount, decision }) => ({
    title: '不予退费',
    happened: `您的退费${yuan(amount)}未获批准。`,
    reason: decision,
    todo: '对理由有疑问的，请与评委会办事机构联系；情况有变化的，可以重新申请。',
  })),
  refund_sent: about(({ amount }) => ({
    title: '退款已付出',
    happened: `退款${yuan(amount)}已按原缴费路径付出。`,
    todo: '请核对原缴费账户；数日内没有收到的，请与财务联系。',
  })),
  refund_returned: about(({ amount }) => ({
    title: '退款被银行退回',
    happened: `退款${yuan(amount)}未能付到原缴费账户，被银行退回。`,
    todo: '请与财务联系，说明可以收款的账户；财务将重新付款。',
  })),
} as const satisfies Record<`refund_${'approved' | 'refused' | 'sent' | 'returned'}`, NotificationTemplate>;
