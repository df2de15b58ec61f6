import type { InvitationNotificationKind, NotificationDetail } from '../../../rules/notifications/notificationKinds.js';
import type { NotificationTemplate } from './notification.js';

function invitation(reported: (place: NotificationDetail) => string): NotificationTemplate {
  return ({ policy, detail }) => ({
    // The subject says nothing that a passer-by may not read.
    title: `请登录系统查看：${policy?.title ?? ''}`,
    happened: `${policy?.title ?? ''}：${reported(detail)}`,
    todo: '请登录系统答复；与申报人有亲属、共事或同单位等关系的，请主动申报或回避。评审委员会名单不公开，请勿向他人透露。',
    until: ['请在评审会召集前答复。'],
    path: '/expert',
  });
}

/** Letters to an expert about their place: what it is, that the list is not public, where to answer. */
export const invitationNotifications = {
  invitation_drawn: invitation(({ position, ordinal }) =>
    position === 'member'
      ? '您经随机抽取，受邀担任评审委员会委员。'
      : `您经随机抽取，列为评审委员会第${ordinal}候补专家。`,
  ),
  invitation_promoted: invitation(() => '因有委员辞谢，您由候补递补为评审委员会委员。'),
  invitation_chair: invitation(() => '您被指定为评审委员会主任委员。'),
  invitation_deputy: invitation(
    () => '您被确定为评审委员会副主任委员：主任委员回避某份申报或不在会场时，由您主持表决。',
  ),
} as const satisfies Record<InvitationNotificationKind, NotificationTemplate>;
