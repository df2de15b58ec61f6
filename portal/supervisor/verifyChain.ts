import type { Deadline } from '../../rules/application/deadline.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { canonical } from '../../rules/canonical.js';

/** An event as the API returns it: the hashed content, and texts that are hashed separately. */
export interface DisplayedEvent {
  readonly seq: number;
  readonly law: number;
  readonly key: string;
  readonly event: string;
  readonly actor: { readonly role: string | null; readonly personId: string; readonly scope: string | null };
  readonly at: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly data: unknown;
  readonly changes: unknown;
  readonly deadlines: readonly unknown[];
  readonly freeTextHash: string | null;
  readonly freeText: unknown;
  /** Whether numbers in it are masked, so that it cannot be compared. */
  readonly freeTextMasked?: boolean;
  readonly prevHash: string;
  readonly hash: string;
}
/** The result of checking one event. */
export interface Checked {
  readonly seq: number;
  /** the hash computed in this browser */
  readonly computed: string;
  /** the event's content matches its hash */
  readonly content: boolean;
  /** it follows the event before: next seq and that event's hash; the first follows what the application was opened as */
  readonly link: boolean;
  /** the texts match their hash; null when there are none, or the reader may not see them in full */
  readonly freeText: boolean | null;
}

/** Recomputes every hash of a record, as records/eventHash.ts does, and compares; oldest event first. */
export async function verifyChain(
  applicationId: string,
  events: readonly DisplayedEvent[],
): Promise<readonly Checked[]> {
  return await Promise.all(
    events.map(async (event, place) => {
      const before = events[place - 1];
      const dataHash = await hashOf(event.data);
      const computed = await hashOf({ applicationId, ...transitionOf(event), dataHash, prevHash: event.prevHash });
      const comparable = event.freeText !== null && event.freeTextHash !== null && !event.freeTextMasked;
      const freeText = comparable ? await hashOf(event.freeText) : null;
      return {
        seq: event.seq,
        computed,
        content: computed === event.hash,
        link: (!before || event.prevHash === before.hash) && event.seq === (before?.seq ?? 0) + 1,
        freeText: freeText === null ? null : freeText === event.freeTextHash,
      };
    }),
  );
}

/** Whether an event differs from what was recorded. */
export const isBroken = ({ content, link, freeText }: Checked) => !content || !link || freeText === false;

/** The event as it was hashed: instants in milliseconds, deadlines by name, without data and texts. */
function transitionOf({ seq, law, key, event, actor, at, from, to, freeTextHash, changes, deadlines }: DisplayedEvent) {
  const { role, personId, scope } = actor;
  return {
    seq,
    law,
    key,
    event,
    from,
    to,
    freeTextHash,
    changes,
    actor: { role, personId, scope },
    at: Date.parse(at),
    deadlines: Object.fromEntries(
      (deadlines as readonly DisplayedDeadline[]).map((skippedDays) => [skippedDays.name, deadlineOf(skippedDays)]),
    ),
  };
}

interface DisplayedMove {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}
interface DisplayedDeadline extends Omit<Deadline, 'due' | 'moved' | 'skipped'> {
  readonly due: string;
  readonly moved: readonly DisplayedMove[];
  readonly skipped: readonly (Deadline['skipped'][number] & { readonly reasonEn: string })[];
  readonly explanation: string;
  readonly explanationEn: string;
  readonly label: BilingualText;
}
function deadlineOf({
  explanation: _,
  explanationEn: __,
  label: ___,
  due,
  moved,
  skipped: skippedDays,
  ...deadline
}: DisplayedDeadline) {
  const skipped = skippedDays.map(({ date, reason }) => ({ date, reason }));
  const instants = moved.map(({ from, to, why }) => ({ from: Date.parse(from), to: Date.parse(to), why }));
  return { ...deadline, skipped, due: Date.parse(due), moved: instants };
}

async function hashOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
