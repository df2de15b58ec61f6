import type { Facts } from '../../rules/application/facts.js';
import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Application as Row } from '../generated/client.js';
import { instantFrom, instantOrNull } from '../timestamps.js';

/** The projection of one application. */
export interface Application {
  readonly id: string;
  readonly number: string;
  readonly campaignId: string;
  readonly unitId: string;
  /** The department whose turn it is in superior_review; null in every other status. */
  readonly departmentId: string | null;
  readonly applicantId: string;
  readonly status: Status;
  readonly seq: number;
  /** The earliest running deadline. */
  readonly due: Instant | null;
  readonly needsAttention: boolean;
  readonly facts: Facts;
  readonly lastHash: string;
  readonly openedAt: Instant;
  readonly startedAt: Instant | null;
  readonly updatedAt: Instant;
}

/** Maps a row to the application the rest of the product reads. */
export function applicationOf(row: Row): Application {
  return {
    id: row.id,
    number: row.number,
    campaignId: row.campaignId,
    unitId: row.unitId,
    departmentId: row.departmentId,
    applicantId: row.applicantId,
    status: row.status as Status,
    seq: row.seq,
    due: instantOrNull(row.due),
    needsAttention: row.needsAttention,
    facts: row.facts as unknown as Facts,
    lastHash: row.lastHash,
    openedAt: instantFrom(row.openedAt),
    startedAt: instantOrNull(row.startedAt),
    updatedAt: instantFrom(row.updatedAt),
  };
}
