import { setTimeout as sleep } from 'node:timers/promises';
import type { EventName } from '../../../rules/application/lifecycle.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { World } from '../world.js';
import { type Asking, ask, type Reply } from './apiClient.js';

/** One attempt to have an act taken, by the clock of the client. */
export interface Attempt {
  readonly api: number;
  readonly from: Instant;
  readonly to: Instant;
  /** Null: nobody answered. */
  readonly status: number | null;
  /** By how many ms the API's clock may have been off. */
  readonly off: number;
}

/** An act that somebody asked for, under one key. */
export interface Sent {
  readonly applicationId: string;
  readonly event: EventName;
  readonly key: string;
  /** Sent by people who do not care whether it is too late. */
  readonly mayBeLate: boolean;
  readonly attempts: Attempt[];
  /** The last answer; null: the last attempt got none. */
  reply: Reply | null;
}

/** An answer that stands: the same key gets the same again. */
export const isFinal = (status: number | null): boolean =>
  status !== null && status !== 202 && status !== 429 && status < 500;

/** Whether it was sent only after the deadline by which it was refused: then the refusal is right. */
export function wasTooLate({ attempts, reply }: Pick<Sent, 'attempts' | 'reply'>): boolean {
  if (reply?.body.code !== 'deadline_passed') return false;
  const { due } = (reply.body.deadline ?? {}) as { readonly due?: string };
  return due !== undefined && attempts.every(({ from, off }) => from - off > Date.parse(due));
}

const longest = 180_000;

/**
 * Sends an act to the proxy, or to one API or the other, under the same key until it has an answer. After three
 * minutes the last answer is returned as it is; null: there was none.
 */
export async function sendAct(
  world: Pick<World, 'stack' | 'random' | 'shifts' | 'sent'>,
  asking: Asking,
  { onlyApi, ...what }: Pick<Sent, 'applicationId' | 'event' | 'mayBeLate'> & { readonly onlyApi?: number },
): Promise<Reply | null> {
  const { stack, random, shifts, sent } = world;
  const act: Sent = { ...what, key: asking.key, attempts: [], reply: null };
  sent.push(act);
  for (const began = performance.now(); performance.now() - began < longest; ) {
    const chosen = onlyApi ?? random.between(0, stack.apis.length - 1);
    const proxy = onlyApi === undefined ? stack.proxy : null;
    // A proxy chooses itself: any of them may have been off.
    const off = () => Math.max(...(proxy ? shifts : [shifts[chosen] ?? 0]).map(Math.abs));
    const [from, before] = [Date.now(), off()];
    const reply = await ask(proxy?.url ?? stack.apis[chosen]?.url ?? '', asking).catch(() => null);
    const api = reply?.servedBy ?? chosen;
    act.attempts.push({ api, from, to: Date.now(), status: reply?.status ?? null, off: Math.max(before, off()) });
    if (reply && isFinal(reply.status)) {
      act.reply = reply;
      return reply;
    }
    act.reply = reply;
    await sleep(150);
  }
  return act.reply;
}
