import type { objectionGuards } from '../../../../rules/application/guards/objectionGuards.js';
import { judging, now } from './judging.js';

const objection = (outcome: 'dismissed' | 'upheld' | null, id = 'objection-1') =>
  ({ id, stage: 'unit_publicity', raisedAt: now, outcome }) as const;

judging<keyof typeof objectionGuards>({
  no_open_objection: [
    ['none raised', {}, null],
    ['all resolved', { facts: { objections: [objection('dismissed'), objection('upheld')] } }, null],
    ['one open among others', { facts: { objections: [objection('dismissed'), objection(null)] } }, ['objection_open']],
  ],
  objection_waiting: [
    ['one open among others', { facts: { objections: [objection('dismissed'), objection(null)] } }, null],
    ['all resolved', { facts: { objections: [objection('dismissed')] } }, ['objection_unknown']],
  ],
  objection_is_open: [
    [
      'that one beside another',
      { facts: { objections: [objection(null, 'two'), objection(null)] }, data: { objectionId: 'objection-1' } },
      null,
    ],
    ['that one', { facts: { objections: [objection(null)] }, data: { objectionId: 'objection-1' } }, null],
    [
      'resolved',
      { facts: { objections: [objection('dismissed')] }, data: { objectionId: 'objection-1' } },
      ['objection_unknown', 'objectionId'],
    ],
    [
      'another is open',
      { facts: { objections: [objection('upheld'), objection(null, 'two')] }, data: { objectionId: 'objection-1' } },
      ['objection_unknown', 'objectionId'],
    ],
  ],
});
