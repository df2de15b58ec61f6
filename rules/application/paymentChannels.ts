import type { BilingualText } from '../bilingualText.js';

/** How a fee was paid. */
export const paymentChannels = ['qr', 'bank'] as const;
export type PaymentChannel = (typeof paymentChannels)[number];
export const paymentChannelLabels: Readonly<Record<PaymentChannel, BilingualText>> = {
  qr: { zh: '扫码', en: 'QR code' },
  bank: { zh: '银行转账', en: 'Bank transfer' },
};
