import { z } from 'zod';
import { instant, line, paragraph } from '../http/text.js';

const expertId = z.uuid();

/** A session as the office plans it; the order of the applications is the order in which they are heard. */
export const DefensePlanBody = z.strictObject({
  specialty: line(64),
  room: line(100),
  startsAt: instant,
  minutes: z.int().min(1).max(480).describe('每人分钟数'),
  panel: z.array(expertId).min(1).max(25),
  leader: expertId.describe('组长'),
  applications: z.array(z.uuid()).max(100).describe('按答辩顺序'),
});
/** A plan to be looked at before it is saved; `sessionId`: in the place of that session. */
export const DefenseCheckBody = DefensePlanBody.extend({ sessionId: z.uuid().optional() });
/** The new time and place of a whole session, and the reason that everybody is given. */
export const DefenseMoveBody = z.strictObject({ startsAt: instant, room: line(100), reason: paragraph(500) });
/** The reason of an act on one candidate's slot; a candidate who is put off is given it. */
export const DefenseTurnBody = z.strictObject({ reason: paragraph(500).optional() });
export const DefenseCancelBody = z.strictObject({ reason: paragraph(500) });
