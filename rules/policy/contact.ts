import type { BilingualText } from '../bilingualText.js';
import type { Policy } from './policy.js';
import type { FieldTree } from './policyFields.js';

/** Whom a notice names for questions, reports, originals and payment; a notice may leave out each of them. */
export const contactTable = {
  person: { kind: 'text', optional: true, zh: '联系人', en: 'Contact' },
  enquiries: { kind: 'text', optional: true, zh: '咨询电话', en: 'Telephone for enquiries' },
  platform: { kind: 'text', optional: true, zh: '平台技术服务', en: 'Technical support' },
  reports: { kind: 'text', optional: true, zh: '监督举报电话', en: 'Telephone for reports' },
  address: { kind: 'text', optional: true, zh: '来信来访地址', en: 'Address' },
  payee: { kind: 'text', optional: true, zh: '收款单位', en: 'Payee' },
  bank: { kind: 'text', optional: true, zh: '开户行', en: 'Bank' },
  account: { kind: 'text', optional: true, zh: '账号', en: 'Account number' },
  /** What the bureau's own code for scanning holds; null: it has none. */
  payQr: { kind: 'text', optional: true, zh: '收款码内容', en: 'Content of the payment QR code' },
} as const satisfies FieldTree;
export type ContactName = keyof typeof contactTable;

/** What each occasion shows, in this order. */
const occasions = {
  everything: (Object.keys(contactTable) as readonly ContactName[]).filter((name) => name !== 'payQr'),
  /** Of a letter or page that asks for nothing. */
  questions: ['person', 'enquiries', 'platform', 'reports', 'address'],
  payment: ['payee', 'bank', 'account'],
  originals: ['address', 'person', 'enquiries'],
  objection: ['reports', 'address'],
} as const satisfies Record<string, readonly ContactName[]>;
export type ContactOccasion = keyof typeof occasions;

/** One line of the contacts as the notice words it, with its clause. */
export interface ContactLine extends BilingualText {
  readonly name: ContactName;
  readonly value: string;
  readonly clause: string;
}

/** The contacts that a notice states for an occasion; empty where it states none of them. */
export function contactLines({ contact }: Pick<Policy, 'contact'>, occasion: ContactOccasion): readonly ContactLine[] {
  return occasions[occasion].flatMap((name) => {
    const stated = contact[name];
    const { zh, en } = contactTable[name];
    return stated === null ? [] : [{ name, zh, en, value: stated.value, clause: stated.clause }];
  });
}

/** The contacts of an occasion as one Chinese sentence; empty where the notice states none of them. */
export function contactSentence(policy: Pick<Policy, 'contact'>, occasion: ContactOccasion): string {
  const lines = contactLines(policy, occasion).map(({ zh, value }) => `${zh}：${value}`);
  return lines.length === 0 ? '' : `${lines.join('；')}。`;
}
