import type { BilingualText } from '../bilingualText.js';

/** What the access log keeps: readings of somebody's data, sign-ins, roles given and taken, bindings to single sign-on released, files of campaigns, and early erasures. */
export const accessKinds = {
  dossier: { zh: '查看申报材料', en: 'Read the dossier' },
  file: { zh: '查看文件', en: 'Read a file' },
  identity: { zh: '查看完整身份证号和电话', en: 'Read the full ID number and telephone' },
  objector: { zh: '查看异议提出人', en: 'Read who raised an objection' },
  certificate: { zh: '核验证书', en: 'Verified the certificate' },
  invitation: { zh: '打印账户启用单', en: 'Printed the invitation to the account' },
  sign_in: { zh: '登录', en: 'Signed in' },
  sign_in_failed: { zh: '登录失败', en: 'Sign-in failed' },
  role_granted: { zh: '授予角色', en: 'Role given' },
  role_removed: { zh: '取消角色', en: 'Role taken away' },
  sign_on_released: { zh: '解除统一认证绑定', en: 'Binding to single sign-on released' },
  campaign_file: { zh: '上传、更换或撤下评审文件', en: 'Files of a campaign changed' },
  erased: { zh: '提前清除个人信息', en: 'Personal data erased early' },
} as const satisfies Record<string, BilingualText>;
export type AccessKind = keyof typeof accessKinds;

/** Readings of personal data. */
export const readingKinds = [
  'dossier',
  'file',
  'identity',
  'objector',
  'certificate',
  'invitation',
] as const satisfies readonly AccessKind[];
export type ReadingKind = (typeof readingKinds)[number];
