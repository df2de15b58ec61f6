import type { NotificationFacts } from '../../../documents/mail/notifications/notification.js';
import { pathOf, renderNotification } from '../../../documents/mail/notifications/renderNotification.js';
import {
  type NotificationKind,
  noticeLabels,
  notificationKinds,
} from '../../../rules/notifications/notificationKinds.js';
import { languages } from '../../../rules/people/membership.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { type SanctionState, sanctionLaw, sanctionStates } from '../../../rules/sanctions/sanctionLaw.js';
import { sanctionNotificationKind } from '../../../rules/sanctions/sanctionLetters.js';
import { sampleNotification, sampleSanction } from '../../../simulation/samples/notifications.js';
import { expectFramed } from './framed.js';

const portal = 'http://portal';
const facts = sampleNotification;
const sanction = sampleSanction;
const letter = (kind: NotificationKind, more: Partial<NotificationFacts> = {}) =>
  renderNotification({ ...facts, ...more, kind }, portal);

test.each(notificationKinds)('%s says what happened and what to do, where, and to whom', (kind) => {
  for (const readerName of [null, '王<五>']) {
    const { subject, text, html } = letter(kind, { readerName });
    expect(subject).toMatch(/^【职称评审】\S/);
    for (const version of [text, html]) {
      expect(version).toContain('需要办理：');
      expect(version).toContain(`${portal}${pathOf({ ...facts, kind })}`);
      expect(version).toContain(aksu2024.committee);
      expect(version).not.toMatch(/undefined|NaN|null|\[object/);
    }
    for (const language of languages) {
      const framed = renderNotification({ ...facts, readerName, kind }, portal, language);
      expectFramed(framed, `${portal}${pathOf({ ...facts, kind })}`);
      if (language === 'en') expect(framed.text).toContain('What to do: ');
    }
    expect(text).toContain(readerName === null ? '评委会办事机构经办人：您好！' : '王<五>：您好！');
  }
  expect(noticeLabels[kind].zh).not.toBe('');
  expect(noticeLabels[kind].en).toMatch(/^[ -~]+$/);
});

test('who is to look into an objection is told whose application it is about, and the last day', () => {
  const { text } = letter('investigator_assigned', { to: 'supervisor', readerName: '王五' });
  expect(text).toContain('张<三>（某&厂');
  expect(text).toContain('期限：核查截止：2024年9月27日 周五 24:00');
  expect(text).toContain('/supervisor/objections');
});

test('the answer to a reexamination gives its reasons, and leads to the application that goes on', () => {
  const upheld = letter('reexamination_upheld', { to: 'applicant', readerName: '张三' }).text;
  expect(upheld).toContain('理由：计票"有误"');
  expect(upheld).toContain('/applications/application-2');
  const dismissed = letter('reexamination_dismissed', { to: 'applicant', readerName: '张三' }).text;
  expect(dismissed).toContain('维持原结果');
  expect(dismissed).toContain('/applications/application-1');
});

test('a refund is told with how much it is, and why it is refused', () => {
  const refused = letter('refund_refused', { to: 'applicant', readerName: '张三' }).text;
  expect(refused).toContain('600');
  expect(refused).toContain('理由：已评审<三>');
  expect(letter('refund_sent', { to: 'applicant', readerName: '张三' }).text).toContain('/applications/application-1');
});

test('a sanction is told with its basis, its term and how to object; to a unit, whose it is', () => {
  const own = letter('sanction_in_force', { to: 'applicant', readerName: '李四' }).text;
  expect(own).toContain('对您的处罚已经登记。依据：阿人社处〔2024〕3号（通知 三、其他事宜（一））');
  expect(own).toContain('期限：自2024年9月20日至2029年9月20日（含当日），期间不能申报');
  expect(own).toContain('有异议的');
  const ofUnit = letter('sanction_in_force', {
    to: 'unit',
    membership: { personName: '张三', unitName: '某单位', reason: '理由' },
    registration: { name: '某单位', reason: '理由' },
    invitation: { name: '张三', scopeName: '某单位', role: 'applicant', token: 't'.repeat(20), expiresAt: 0 },
    sanction: { ...sanction, subject: 'unit', name: '某厂' },
  }).text;
  expect(ofUnit).toContain('对某厂的处罚');
  expect(ofUnit).toContain('本单位人员的申报不予受理');
});

test('a revoked title is told with its number, and whether it comes back when the sanction is lifted', () => {
  const revoked = { ...sanction, revokes: true };
  expect(letter('title_revoked', { to: 'unit', sanction: revoked }).text).toContain(
    '李<四>取得的专业技术职务任职资格（证书编号 2024-0007）已被撤销',
  );
  const lifted = (restoresTitle: boolean) =>
    letter('sanction_lifted', { to: 'applicant', sanction: { ...revoked, restoresTitle } }).text;
  expect(lifted(true)).toContain('同时恢复');
  expect(lifted(false)).toContain('不恢复');
  expect(letter('sanction_lifted').text).not.toContain('恢复');
});

test('an empty seat is told with its committee and specialty, and names nobody', () => {
  const { text } = letter('seat_empty');
  const specialty = aksu2024.specialties.find(({ code }) => code === 'chemical')?.name ?? '?';
  expect(text).toContain(`“${specialty}”专业已没有候补专家`);
  expect(text).toContain('/office/committee');
  expect(text).not.toContain('张');
});

test('those a sanction is about are written to when it begins or ceases to bar, and at no other step', () => {
  const steps = sanctionStates.flatMap((from) =>
    Object.values<{ readonly next: SanctionState }>(sanctionLaw[from].events).map(({ next }) => [from, next] as const),
  );
  const reported = steps.map(([from, to]) => [from, to, sanctionNotificationKind({ from, to }, { revokes: false })]);
  expect(reported.filter(([, , kind]) => kind !== null)).toEqual([
    ['proposed', 'in_force', 'sanction_in_force'],
    ['lift_requested', 'lifted', 'sanction_lifted'],
  ]);
  expect(sanctionNotificationKind({ from: 'proposed', to: 'in_force' }, { revokes: true })).toBe('title_revoked');
});
