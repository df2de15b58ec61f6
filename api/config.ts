import { z } from 'zod';
import { isoInBeijing } from '../rules/calendar/instant.js';
import { defineRoute } from './http/defineRoute.js';
import { at } from './openapi/parts.js';
import { shownUi } from './operations/temporalUiPath.js';

/** An account of the demo, shown to everybody who opens the sign-in page. */
export interface DemoAccount {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ConfigAnswer = z
  .object({
    now: at,
    temporalUiUrl: z.string().nullable().meta({ description: '流程界面的路径，只对运维人员开放；没有时为空' }),
    singleSignOn: z.string().nullable().meta({ description: '统一身份认证按钮的文字；没有时为空' }),
    sms: z.boolean().meta({ description: '能否发送短信' }),
    demo: z
      .array(z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }))
      .nullable()
      .meta({ description: '演示账户；没有演示数据时为空' }),
  })
  .meta({ id: 'Config' });

/** What the portal has to know of this installation before anybody signs in. */
export const configRoute = defineRoute({
  method: 'get',
  path: '/api/config',
  tag: '总则',
  summary: '本系统：现在时间、流程界面、演示账户',
  roles: 'public',
  answers: { 200: ConfigAnswer },
  handle: async ({ response }, { clock, temporalUiUrl, demoAccounts, sms, oidc }) => {
    response.set('Cache-Control', 'no-store');
    return {
      now: isoInBeijing(await clock()),
      temporalUiUrl: shownUi(temporalUiUrl),
      singleSignOn: oidc?.label ?? null,
      sms: sms != null,
      demo: demoAccounts?.length ? demoAccounts : null,
    };
  },
});
