import type { DefenseNotificationKind, TimeAndPlace } from '../../../rules/notifications/notificationKinds.js';
import { moment } from '../phrases.js';
import type { LetterDate } from '../terms.js';
import type { NotificationTemplate } from './notification.js';

const inFull = ({ at, room }: TimeAndPlace) => `${moment(at)}，地点：${room}`;

const heldAt = ({ at, room }: TimeAndPlace): LetterDate => ({ zh: '答辩时间', en: 'The defense', at, place: room });

const notThen = '原定时间请勿前往，无需您办理；另行安排后可在系统中查看。';

/** Letters to the members of a panel about their session: when and where; before, now, why; what to do. */
export const defenseNotifications = {
  defense_announced: ({ policy, detail: { announced } }) => ({
    // The subject says nothing that a passer-by may not read.
    title: `请登录系统查看：${policy?.title ?? ''}`,
    happened: `您担任一场专业水平答辩的评分专家。${announced ? `时间：${inFull(announced)}；答辩人${announced.candidates}名。` : ''}`,
    reason: null,
    todo: '请按时到场，登录系统逐人填写并提交评分表。请先查看答辩人名单，与答辩人有亲属、共事或同单位等关系的，请在“我的回避与利害关系”中主动回避；不能到会的，请尽快告知评委会办事机构。',
    until: announced ? [heldAt(announced)] : [],
    path: '/expert',
  }),
  defense_moved: ({ policy, detail: { session } }) => ({
    title: `请登录系统查看：${policy?.title ?? ''}`,
    happened: session?.now
      ? `您参加的答辩场次时间或地点有变。原定：${inFull(session.was)}。现为：${inFull(session.now)}。`
      : '您参加的答辩场次时间或地点有变。',
    reason: session?.reason ?? null,
    todo: '请以新的时间和地点为准，原安排不再有效；不能到会的，请尽快告知评委会办事机构。',
    until: session?.now ? [heldAt(session.now)] : [],
    path: '/expert',
  }),
  defense_cancelled: ({ policy, detail: { session } }) => ({
    title: `请登录系统查看：${policy?.title ?? ''}`,
    happened: `您参加的答辩场次已取消。${session ? `原定：${inFull(session.was)}。` : ''}`,
    reason: session?.reason ?? null,
    todo: notThen,
    path: '/expert',
  }),
  defense_left: ({ policy, detail: { session } }) => ({
    title: `请登录系统查看：${policy?.title ?? ''}`,
    happened: `您不再参加一场答辩的评分。${session ? `原定：${inFull(session.was)}。` : ''}`,
    reason: session?.reason ?? null,
    todo: notThen,
    path: '/expert',
  }),
} as const satisfies Record<DefenseNotificationKind, NotificationTemplate>;
