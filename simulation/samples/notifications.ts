import type { NotificationFacts } from '../../documents/mail/notifications/notification.js';
import { instantOf } from '../../rules/calendar/instant.js';
import type { SanctionView } from '../../rules/notifications/notificationKinds.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { sampleProfile } from './letters.js';

const at = instantOf('2024-09-20T10:30');
export const sampleSanction: SanctionView = {
  subject: 'person',
  name: '李<四>',
  basis: '阿人社处〔2024〕3号',
  clause: '通知 三、其他事宜（一）',
  startsOn: '2024-09-20',
  expiresOn: '2029-09-20',
  revokes: false,
  restoresTitle: false,
  certificateNumber: '2024-0007',
  recommendedBy: '某<县>人社局',
};
/** What notifications of every kind are written from. */
export const sampleNotification: Omit<NotificationFacts, 'kind'> = {
  to: 'office',
  detail: {
    at,
    applicationId: 'application-1',
    sanctionId: 'sanction-1',
    committee: 'engineering',
    specialty: 'chemical',
    position: 'alternate',
    ordinal: 2,
    applications: 3,
    dueOn: '2024-09-27',
    announced: { at, room: '三<楼>', candidates: 4 },
    visit: { startsAt: at, endsAt: at + 1_800_000 },
    payment: { amount: 30_000, code: 'amount_mismatch', fee: { amount: 60_000, state: 'issued' } },
    meeting: {
      id: 'meeting-1',
      revision: 2,
      was: { at, room: '一<楼>' },
      now: { at: at + 86_400_000, room: '三楼会议室' },
      reason: '停电',
    },
    session: { was: { at, room: '一<楼>' }, now: { at: at + 86_400_000, room: '二楼' }, reason: '停电' },
  },
  readerName: null,
  policy: aksu2024,
  candidate: { applicantName: '张<三>', unitName: '某&厂', profile: sampleProfile },
  reexamination: { reason: '计票"有误"', newApplicationId: 'application-2' },
  sanction: sampleSanction,
  refund: { amount: 60_000, decision: '已评审<三>' },
  membership: { personName: '张<三>', unitName: '某&厂', reason: '不是<三>' },
  registration: { name: '某&厂', reason: '代码<三>' },
  invitation: { name: '张<三>', scopeName: '某&厂', role: 'applicant', token: 't'.repeat(20), expiresAt: at },
};
