import type { FeePlace } from '../../records/payment/fees.js';
import { cursorOf, placeOf } from '../../records/queue/queueCursor.js';

/** The end of a page of fees as text for a URL. */
export function feeCursorOf({ at, id }: FeePlace): string {
  return cursorOf({ due: at, id });
}

/** The place a cursor names, or null when the text is none of ours. */
export function feePlaceOf(cursor: string): FeePlace | null {
  const place = placeOf(cursor);
  return place && { at: place.due, id: place.id };
}
