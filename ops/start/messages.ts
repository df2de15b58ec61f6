import type { MailInbox } from '../servers/mailInbox.js';
import type { DemoAccount } from './seedContract.js';

/** Where everything is, and the demo's accounts. */
export function addressLines(shown: {
  readonly publicUrl: string;
  readonly hasUi: boolean;
  readonly inbox: Pick<MailInbox, 'webUrl' | 'user' | 'password'> | undefined;
  readonly demo: boolean;
  readonly accounts: readonly DemoAccount[];
}): string {
  const { publicUrl, hasUi, inbox, accounts, demo } = shown;
  const lines = [
    `评审系统 / portal           ${publicUrl}`,
    ...(demo ? [`接口说明 / API reference    ${publicUrl}/docs`] : []),
    ...(hasUi ? [`Temporal UI（运维 / operators） ${publicUrl}/temporal/`] : []),
    ...(inbox ? [`邮件收件箱 / mail inbox     ${inbox.webUrl}  ${inbox.user}  ${inbox.password}`] : []),
    ...(accounts.length === 0 ? [] : ['', '演示账户 / demo accounts']),
    ...accounts.map(({ role, name, email, password }) => `  ${role}  ${name}  ${email}  ${password}`),
    '',
    '按 Ctrl-C 结束 / press Ctrl-C to stop',
  ];
  return `\n${lines.join('\n')}\n`;
}

/** The first account of an installation without a demo. */
export function firstOperatorLines({ email, password }: { readonly email: string; readonly password: string }): string {
  const lines = [
    '首个账户（运维），只显示这一次；登录后须先更改密码',
    'The first account, an operator; told this once, and its password must be changed after signing in',
    `  ${email}  ${password}`,
  ];
  return `\n${lines.join('\n')}\n`;
}
