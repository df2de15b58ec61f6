import { signInChanges } from '../../../rules/access/signInChanges.js';
import { formatInstantZh } from '../../../rules/calendar/instant.js';
import type { NotificationTemplate } from './notification.js';

/** Letters to a person about their own account. */
export const accountNotifications = {
  sign_in_changed: ({ detail: { at, signIn = 'password' } }) => {
    const { zh, en } = signInChanges[signIn];
    return {
      title: `${zh} / ${en}`,
      happened: `${zh}（${formatInstantZh(at)}）。${en}.`,
      todo: '是您本人办理的，无需理会。不是的，请立即在登录页用“忘记密码”重设密码，并告知运维人员。If this was not you, set a new password at once with “forgotten password” on the sign-in page, and tell an operator.',
      path: '/account',
    };
  },
} as const satisfies Record<'sign_in_changed', NotificationTemplate>;
