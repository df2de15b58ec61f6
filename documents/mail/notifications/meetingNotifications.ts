import type { MeetingNotificationKind, TimeAndPlace } from '../../../rules/notifications/notificationKinds.js';
import { moment } from '../phrases.js';
import type { LetterDate } from '../terms.js';
import type { NotificationContent, NotificationFacts, NotificationTemplate } from './notification.js';

const inFull = ({ at, room }: TimeAndPlace) => `${moment(at)}，地点：${room}`;
const heldAt = ({ at, room }: TimeAndPlace): LetterDate => ({
  zh: '评审会议',
  en: 'The review meeting',
  at,
  place: room,
});

/** The meeting's page, and how the reader is in it: the committee is named to the office only. */
function about({ to, policy, detail: { committee, meeting } }: NotificationFacts) {
  const name = policy?.reviewCommittee.committees.value.find(({ code }) => code === committee)?.name ?? '评审委员会';
  const office = to === 'office';
  const path = `/${office ? 'office' : 'expert'}/meetings/${meeting?.id ?? ''}`;
  // The subject says nothing that a passer-by may not read.
  const title = `请登录系统查看：${policy?.title ?? ''}`;
  return { title, path, office, whose: office ? `${name}的` : '您参加的', meeting };
}

const notThen = '原定时间请勿前往；另行安排后会再通知。';

/** Letters to members of a committee and to the office about a meeting: when and where; before, now, why; what to do. */
export const meetingNotifications = {
  meeting_convened: (facts): NotificationContent => {
    const { title, path, office, whose, meeting } = about(facts);
    return {
      title,
      path,
      happened: `${whose}评审会议已经召集。${meeting?.now ? `时间：${inFull(meeting.now)}。` : ''}`,
      reason: meeting?.reason ?? null,
      todo: office
        ? '请准备会场和议程；委员已分别收到通知。'
        : '请按时到会签到。请先查看议程，与申报人有亲属、共事或同单位等关系的，请在“我的回避与利害关系”中主动回避；不能到会的，请尽快告知评委会办事机构。评委名单和会议安排不得外传。',
      until: meeting?.now ? [heldAt(meeting.now)] : [],
    };
  },
  meeting_moved: (facts): NotificationContent => {
    const { title, path, office, whose, meeting } = about(facts);
    return {
      title,
      path,
      happened: `${whose}评审会议时间或地点有变。${meeting?.was && meeting.now ? `原定：${inFull(meeting.was)}。现为：${inFull(meeting.now)}。` : ''}`,
      reason: meeting?.reason ?? null,
      todo: office
        ? '请按新的安排准备会场；委员已分别收到通知。'
        : '请以新的时间和地点为准，原安排不再有效；不能到会的，请尽快告知评委会办事机构。',
      until: meeting?.now ? [heldAt(meeting.now)] : [],
    };
  },
  meeting_called_off: (facts): NotificationContent => {
    const { title, path, office, whose, meeting } = about(facts);
    return {
      title,
      path,
      happened: `${whose}评审会议已取消。${meeting?.was ? `原定：${inFull(meeting.was)}。` : ''}`,
      reason: meeting?.reason ?? null,
      todo: office ? '委员已分别收到通知。请另行安排时间，委员会再收到通知。' : notThen,
    };
  },
  meeting_left: (facts): NotificationContent => {
    const { title, meeting } = about(facts);
    return {
      title,
      path: '/expert',
      happened: `您不再参加一次评审会议。${meeting?.was ? `原定：${inFull(meeting.was)}。` : ''}`,
      reason: null,
      todo: '无需办理，请勿前往。',
    };
  },
} as const satisfies Record<MeetingNotificationKind, NotificationTemplate>;
