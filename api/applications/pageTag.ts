import type { Request } from 'express';
import type { ApplicationPage } from '../../records/application/applicationPage.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Caller } from '../accounts/caller.js';
import { fingerprint } from '../http/cacheable.js';

// "12.<what it shows and to whom>.<until when nothing changes by itself>"
const shape = /"(\d{1,9}\.[\w-]{20})\.(\d{1,15})"/g;
const begin = (page: ApplicationPage, caller: Caller, readable: boolean) =>
  `${page.application.seq}.${fingerprint([page, caller.personId, caller.bindings, readable])}`;

/**
 * The ETag of an application as one caller sees it, who may or may not read its dossier. It carries the instant from which the law may allow something else,
 * so that a page that is open is answered by one read as long as nobody acts and nothing falls due.
 */
export function pageTag(page: ApplicationPage, caller: Caller, readable: boolean, unchangedUntil: Instant): string {
  return `"${begin(page, caller, readable)}.${unchangedUntil}"`;
}

/** The tag the caller holds, if it still names what they would be shown at this instant; else null. */
export function tagStillGood(
  request: Request,
  page: ApplicationPage,
  caller: Caller,
  readable: boolean,
  now: Instant,
): string | null {
  const held = request.get('if-none-match')?.matchAll(shape) ?? [];
  const now0 = begin(page, caller, readable);
  const good = [...held].find(([, known, until]) => known === now0 && now < Number(until));
  return good ? good[0] : null;
}
