import { roleLabels } from '../../../rules/application/labels.js';
import { type NotificationKind, noticeLabels } from '../../../rules/notifications/notificationKinds.js';
import type { Language } from '../../../rules/people/membership.js';
import { contactLines } from '../../../rules/policy/contact.js';
import { englishNotification } from '../english/englishNotifications.js';
import { frameLetter, type RenderedLetter } from '../frameLetter.js';
import { termOfDate } from '../terms.js';
import { accountNotifications } from './accountNotifications.js';
import { applicantNotifications } from './applicantNotifications.js';
import { calendarNotifications } from './calendarNotifications.js';
import { campaignNotifications } from './campaignNotifications.js';
import { committeeNotifications } from './committeeNotifications.js';
import { defenseNotifications } from './defenseNotifications.js';
import { invitationNotifications } from './invitationNotifications.js';
import { meetingNotifications } from './meetingNotifications.js';
import { membershipNotifications } from './membershipNotifications.js';
import type { NotificationFacts, NotificationTemplate } from './notification.js';
import { reexaminationNotifications } from './reexaminationNotifications.js';
import { refundNotifications } from './refundNotifications.js';
import { sanctionNotifications } from './sanctionNotifications.js';

/** Every kind of notification; a kind without its text does not compile. */
const notifications: Readonly<Record<NotificationKind, NotificationTemplate>> = {
  ...accountNotifications,
  ...campaignNotifications,
  ...calendarNotifications,
  ...invitationNotifications,
  ...defenseNotifications,
  ...meetingNotifications,
  ...applicantNotifications,
  ...committeeNotifications,
  ...reexaminationNotifications,
  ...refundNotifications,
  ...sanctionNotifications,
  ...membershipNotifications,
};

/** Writes a notification letter in the language of its reader. `portal`: the portal's address. */
export function renderNotification(
  facts: NotificationFacts,
  portal: string,
  language: Language = 'zh',
): RenderedLetter {
  const { path, reason = null, until = [], ...content } = notifications[facts.kind](facts);
  const { readerName, to, policy, kind, detail } = facts;
  const { title, happened, todo } = content;
  const worded =
    language === 'zh'
      ? { ...content, greeting: `${readerName ?? `${roleLabels[to].zh}经办人`}：您好！`, original: [] }
      : {
          ...englishNotification(kind, detail),
          title: noticeLabels[kind].en,
          greeting: readerName === null ? `To the clerk (${roleLabels[to].en}):` : `Dear ${readerName},`,
          original: [title, happened, todo],
        };
  return frameLetter({
    ...worded,
    reason,
    until: until.map((one) => (typeof one === 'string' ? one : termOfDate(one, language))),
    language,
    sender: policy?.committee ?? (language === 'zh' ? '职称评审系统' : 'Review of professional titles'),
    link: { label: language === 'zh' ? '查看' : 'Open', href: `${portal}${path}` },
    contact:
      policy === null
        ? []
        : contactLines(policy, 'questions').map(
            (line) => `${line[language]}${language === 'zh' ? '：' : ': '}${line.value}`,
          ),
    signature: policy === null ? [] : [policy.title],
  });
}

/** The page of the portal a letter leads to. */
export function pathOf(facts: NotificationFacts): string {
  return notifications[facts.kind](facts).path;
}
