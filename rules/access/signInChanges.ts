import type { BilingualText } from '../bilingualText.js';

/** What of a person's sign-in was changed or reset; they get a letter about each. */
export const signInChanges = {
  password: { zh: '登录密码已更改', en: 'The password was changed' },
  password_by_link: { zh: '登录密码已凭邮件中的链接重新设置', en: 'The password was set by a link from a mail' },
  password_by_code: { zh: '登录密码已凭短信验证码重新设置', en: 'The password was set by a code from a short message' },
  password_by_invitation: { zh: '账户已凭邀请启用', en: 'The account was opened by an invitation' },
  email: { zh: '账户的邮箱已更改', en: 'The email address of the account was changed' },
  phone: { zh: '账户的手机号已更改', en: 'The telephone number of the account was changed' },
  name: { zh: '账户的姓名已更改', en: 'The name of the account was changed' },
  identity_claimed: {
    zh: '有人用您的身份证号申请开设账户，未予开设',
    en: 'Somebody asked for an account with your ID number; none was opened',
  },
  factor_set_up: { zh: '动态验证码已设置', en: 'One-time codes were set up' },
  factor_removed: { zh: '动态验证码已停用', en: 'One-time codes were removed' },
  factor_reset: { zh: '动态验证码已由运维人员重置', en: 'One-time codes were reset by an operator' },
  recovery_codes: { zh: '恢复码已更换', en: 'The recovery codes were replaced' },
} as const satisfies Record<string, BilingualText>;
export type SignInChange = keyof typeof signInChanges;
