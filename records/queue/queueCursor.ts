import type { Instant } from '../../rules/calendar/instant.js';

/** The last application of a page: the next page starts after it. */
export interface QueuePlace {
  readonly due: Instant | null;
  readonly id: string;
}

/** A place as text for a URL. */
export function cursorOf({ due, id }: QueuePlace): string {
  return Buffer.from(`${due ?? ''},${id}`).toString('base64url');
}

const shape = /^(-?\d{0,16}),([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The place a cursor names, or null when the text is none of ours. */
export function placeOf(cursor: string): QueuePlace | null {
  const [, due, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return due === undefined || id === undefined ? null : { due: due === '' ? null : Number(due), id };
}
