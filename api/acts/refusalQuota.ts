import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../../rules/application/act.js';
import { Problem } from '../http/problem.js';
import { type ProcessShare, wholeShare } from '../http/rateLimit.js';

const aDay = 24 * 60 * 60;

/**
 * Refused acts a person may leave behind on one application in a day. Each is registered, because it counts from its
 * arrival; without a bound a program that is refused again and again fills the database. What the public sends is limited
 * by address, and a payment is registered whatever becomes of it.
 */
export class RefusalQuota {
  readonly #refused: RateLimiterMemory;

  constructor(
    private readonly points: number,
    private readonly share: ProcessShare = wholeShare,
  ) {
    this.#refused = new RateLimiterMemory({ points, duration: aDay });
  }

  /** @throws Problem `too_many_requests` when it is used up */
  async requireLeft(applicationId: string, actor: Actor): Promise<void> {
    if (!isBounded(actor)) return;
    this.#refused.points = this.share.of(this.points);
    const used = await this.#refused.get(keyOf(applicationId, actor));
    if (used === null || used.remainingPoints > 0) return;
    throw new Problem(
      'too_many_requests',
      {
        zh: '您今天在这份申报上被拒绝的办理过多，请明天再试，或联系评审办公室。',
        en: 'Too many of your acts on this application were refused today; please try tomorrow, or turn to the office.',
      },
      { retryAfterSeconds: Math.max(1, Math.ceil(used.msBeforeNext / 1000)) },
    );
  }

  /** Counts a refusal. */
  async count(applicationId: string, actor: Actor): Promise<void> {
    if (isBounded(actor)) await this.#refused.penalty(keyOf(applicationId, actor));
  }
}

const isBounded = ({ role }: Actor) => role !== 'public' && role !== 'bank';
const keyOf = (applicationId: string, { personId }: Actor) => `${personId} ${applicationId}`;
