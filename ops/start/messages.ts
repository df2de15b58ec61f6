import type { DemoAccount } from './seedContract.js';

/** Where everything is, and the demo's accounts. */
export function addressLines(shown: {
  readonly publicUrl: string;
  readonly temporalUiUrl: string | undefined;
  readonly mailUrl: string | undefined;
  readonly accounts: readonly DemoAccount[];
}): string {
  const { publicUrl, temporalUiUrl, mailUrl, accounts } = shown;
  const lines = [
    `评审系统 / portal           ${publicUrl}`,
    `接口说明 / API reference    ${publicUrl}/docs`,
    ...(temporalUiUrl === undefined ? [] : [`Temporal UI                 ${temporalUiUrl}`]),
    ...(mailUrl === undefined ? [] : [`邮件收件箱 / mail inbox     ${mailUrl}`]),
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
