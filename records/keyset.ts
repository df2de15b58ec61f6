import type { Instant } from '../rules/calendar/instant.js';

/** The last row of a page: the instant the list is ordered by (null sorts last) and the id. The next page starts after it. */
export interface KeysetPlace {
  readonly at: Instant | null;
  readonly id: string;
}

/** The due instant as the indexes order it: 'infinity' stands for none, so that one row comparison continues a page. */
export const dueOrder = `COALESCE(due, 'infinity'::timestamptz)`;

/** A place as text for a URL. */
export function cursorOf({ at, id }: KeysetPlace): string {
  return Buffer.from(`${at ?? ''},${id}`).toString('base64url');
}

const shape = /^(-?\d{0,16}),([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The place that a cursor names; null when the text is not one that `cursorOf` makes. */
export function placeOf(cursor: string): KeysetPlace | null {
  const [, at, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return at === undefined || id === undefined ? null : { at: at === '' ? null : Number(at), id };
}
