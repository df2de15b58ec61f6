import type { Engine } from '../../engine/engine.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { StoredFile } from '../hurried/dossier.js';
import type { PartName } from './faults/plan.js';
import type { Finding } from './oracle/finding.js';
import type { Random } from './random.js';
import type { OwnServers } from './stack/servers.js';
import type { Stack } from './stack/stack.js';
import type { Staff } from './traffic/people.js';
import type { Sent } from './traffic/sender.js';

/** When parts were killed, frozen or unable to write: what had reached them may be lost. */
export interface Disturbance {
  readonly parts: readonly PartName[];
  readonly from: Instant;
  readonly to: Instant;
}

/** Everything a run works on, and what it notes for the oracle. */
export interface World {
  readonly servers: OwnServers;
  readonly stack: Stack;
  readonly engine: Engine;
  readonly staff: Staff;
  readonly random: Random;
  /** Stands for the evidence of every application. */
  readonly evidence: StoredFile;
  /** From here on the product itself sends the letters. */
  readonly began: Instant;
  /** By how many ms the clock of each API is ahead now. */
  readonly shifts: [number, number];
  readonly disturbances: Disturbance[];
  /** What was asked for, with every attempt. */
  readonly sent: Sent[];
  readonly findings: Finding[];
}
