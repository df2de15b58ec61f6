import { roleLabels } from '../../../rules/application/labels.js';
import type { NotificationKind } from '../../../rules/notifications/notificationKinds.js';
import { frameLetter, type RenderedLetter } from '../frameLetter.js';
import { accountNotifications } from './accountNotifications.js';
import { calendarNotifications } from './calendarNotifications.js';
import { campaignNotifications } from './campaignNotifications.js';
import { committeeNotifications } from './committeeNotifications.js';
import { defenseNotifications } from './defenseNotifications.js';
import { invitationNotifications } from './invitationNotifications.js';
import { membershipNotifications } from './membershipNotifications.js';
import type { NotificationFacts, NotificationTemplate } from './notification.js';
import { reexaminationNotifications } from './reexaminationNotifications.js';
import { sanctionNotifications } from './sanctionNotifications.js';

/** Every kind of notification; a kind without its text does not compile. */
const notifications: Readonly<Record<NotificationKind, NotificationTemplate>> = {
  ...accountNotifications,
  ...campaignNotifications,
  ...calendarNotifications,
  ...invitationNotifications,
  ...defenseNotifications,
  ...committeeNotifications,
  ...reexaminationNotifications,
  ...sanctionNotifications,
  ...membershipNotifications,
};

/** Writes a notification letter. `portal`: the portal's address. */
export function renderNotification(facts: NotificationFacts, portal: string): RenderedLetter {
  const { path, reason = null, until = [], ...content } = notifications[facts.kind](facts);
  const { readerName, to, policy } = facts;
  return frameLetter({
    ...content,
    reason,
    until,
    greeting: readerName === null ? `${roleLabels[to].zh}经办人：您好！` : `${readerName}：您好！`,
    link: { label: '查看', href: `${portal}${path}` },
    signature: policy === null ? [] : [policy.committee, policy.title],
  });
}

/** The page of the portal a letter leads to. */
export function pathOf(facts: NotificationFacts): string {
  return notifications[facts.kind](facts).path;
}
