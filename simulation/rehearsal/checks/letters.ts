import type { Observation } from './observation.js';

/** Every letter was sent and arrived once: none is pending, parked or skipped. */
export function lettersArrivedOnce({ letters, delivered }: Observation): string[] {
  return letters.flatMap(({ key, state, messageId }) => {
    if (state !== 'sent' || messageId === null) return [`letter ${key} is ${state}`];
    const times = delivered.get(messageId) ?? 0;
    return times === 1 ? [] : [`letter ${key} arrived ${times} times`];
  });
}
