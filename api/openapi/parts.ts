import { z } from 'zod';
import { events, roles, statuses } from '../../rules/application/lifecycle.js';
import { notificationKinds } from '../../rules/notifications/notificationKinds.js';
import { reminderKinds } from '../../rules/notifications/reminders.js';
import { transitionLetterKinds } from '../../rules/notifications/transitionLetters.js';
import { statusOf } from '../http/problem.js';

// What the API answers, for the reference and for typed clients; the tests hold the answers against these.

export const at = z.iso.datetime({ offset: true }).meta({ description: '北京时间 +08:00' });
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const status = z.enum(statuses).meta({ id: 'Status' });
export const role = z.enum(roles).meta({ id: 'Role' });
export const event = z.enum(events).meta({ id: 'Event' });
export const label = z.object({ zh: z.string(), en: z.string() });
export const letterKind = z
  .enum([...transitionLetterKinds, ...reminderKinds, ...notificationKinds])
  .meta({ id: 'LetterKind' });
export const json = z.record(z.string(), z.unknown());
export const code = z
  .enum(Object.keys(statusOf) as [keyof typeof statusOf, ...(keyof typeof statusOf)[]])
  .meta({ id: 'ProblemCode' });

/** Headers of an act. */
export const ActHeaders = z.object({
  'idempotency-key': z.string().max(128).optional().meta({ description: '同一次办理重复发送时用同一个值' }),
  'if-match': z.string().optional().meta({ description: '所见页面的序号，例如 "12"' }),
});
/** Where an application lies. */
export const own = '/api/applications/{id}';
