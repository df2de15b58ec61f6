import { z } from 'zod';
import { Deadline } from './deadlineAnswer.js';
import { level } from './parts.js';

const noticeKind = z.enum(['publicity_period', 'notice_period']);
const Notice = z.object({
  id: z.uuid(),
  campaignId: z.string(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string(),
  level,
  specialty: z.string(),
});
export const NoticesAnswer = z.object({ items: z.array(Notice), next: z.string().nullable() });
export const NoticeAnswer = z.object({
  id: z.uuid(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string().nullable(),
  campaign: z.object({ id: z.string(), title: z.string(), committee: z.string() }).nullable(),
  level,
  specialty: z.string(),
  deadline: Deadline.nullable(),
});
