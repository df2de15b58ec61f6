import type { entrustedGuards } from '../../../../rules/application/guards/entrustedGuards.js';
import { judging, now, today, tomorrow } from './judging.js';

function entrusted(recordedBy: string) {
  return { passed: true, decidedOn: today, recordedBy } as const;
}

judging<keyof typeof entrustedGuards>({
  entrustment_not_sent: [
    ['not sent', {}, null],
    ['sent', { facts: { entrustedAt: now } }, ['already_done']],
  ],
  entrustment_sent: [
    ['sent', { facts: { entrustedAt: now } }, null],
    ['not sent', {}, ['event_not_allowed']],
  ],
  sent_by_today: [
    ['today', { data: { sentOn: today } }, null],
    ['tomorrow', { data: { sentOn: tomorrow } }, ['date_in_future', 'sentOn']],
  ],
  decided_by_today: [
    ['today', { data: { decidedOn: today } }, null],
    ['tomorrow', { data: { decidedOn: tomorrow } }, ['date_in_future', 'decidedOn']],
  ],
  decision_attached: [
    ['a scan', { data: { decision: { documentId: 'd', hash: 'h' } } }, null],
    ['none', { data: {} }, ['attachments_missing', 'decision']],
  ],
  entrusted_result_recorded: [
    ['recorded', { facts: { entrustedResult: entrusted('office-2') } }, null],
    ['not recorded', {}, ['event_not_allowed']],
  ],
  recorded_by_another: [
    ['by another', { facts: { entrustedResult: entrusted('office-2') } }, null],
    ['by the same', { facts: { entrustedResult: entrusted('office-1') } }, ['second_person_needed']],
    ['not recorded', {}, null],
  ],
});
