import type { TimeAndPlace } from '../notifications/notificationKinds.js';
import { type Cited, cite } from '../policy/clauses.js';
import { type Refusal, refuse } from '../refusal.js';

/** The refusal of a move that changes neither time nor room, or null. */
export function moveProblem(was: TimeAndPlace, now: TimeAndPlace, policy: Cited): Refusal | null {
  return was.at === now.at && was.room === now.room
    ? refuse(
        'plan_invalid',
        cite(policy, 'defense'),
        {
          zh: '时间和地点都没有变，请填写新的时间或地点。',
          en: 'Neither time nor room is new: give another of either.',
        },
        { field: 'startsAt' },
      )
    : null;
}
