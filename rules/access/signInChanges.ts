import type { BilingualText } from '../bilingualText.js';

/** What of a person's sign-in was changed or reset; they get a letter about each. */
export const signInChanges = {
  password: { zh: '登录密码已更改', en: 'The password was changed' },
  password_by_link: { zh: '登录密码已凭邮件中的链接重新设置', en: 'The password was set by a link from a mail' },
  factor_set_up: { zh: '动态验证码已设置', en: 'One-time codes were set up' },
  factor_removed: { zh: '动态验证码已停用', en: 'One-time codes were removed' },
  factor_reset: { zh: '动态验证码已由运维人员重置', en: 'One-time codes were reset by an operator' },
  recovery_codes: { zh: '恢复码已更换', en: 'The recovery codes were replaced' },
} as const satisfies Record<string, BilingualText>;
export type SignInChange = keyof typeof signInChanges;
