import { canonical } from '../../canonical.js';

/** What the installation signs as the chair signs the minutes: which minutes, who signed them, and when (ISO, Beijing). */
export function minutesText(signed: {
  readonly meetingId: string;
  readonly minutesHash: string;
  readonly by: string;
  readonly at: string;
}): string {
  const { meetingId, minutesHash, by, at } = signed;
  return canonical({ format: 'pingshen-minutes-signature/1', meetingId, minutesHash, by, at });
}
