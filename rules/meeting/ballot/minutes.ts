import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Tally } from '../../application/facts.js';
import { canonical } from '../../canonical.js';
import type { Fraction } from '../../policy/policy.js';
import type { Leader } from '../leading.js';
import type { MotionEvent, MotionState } from '../motionLaw.js';
import type { Ballot, Receipt } from './papers.js';

/** One round of an application in the minutes. Instants are ISO with the Beijing offset. */
export interface MinutesMotion {
  readonly motionId: string;
  readonly applicationId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: string;
  readonly specialty: string;
  readonly ordinal: number;
  readonly round: number;
  readonly state: MotionState;
  readonly openedAt: string | null;
  readonly endedAt: string | null;
  readonly voidedBy: MotionEvent | null;
  readonly voidedReason: string | null;
  readonly tally: Tally | null;
  readonly notCast: number | null;
  /** How many voters were given papers. */
  readonly tokens: number;
  readonly passed: boolean | null;
  readonly ballotKey: string | null;
  readonly receiptKey: string | null;
  readonly ballotsRoot: string | null;
  readonly receiptsRoot: string | null;
  /** Who led the vote when it was opened, and when it was closed or voided. */
  readonly openedBy?: Leader | null;
  readonly endedBy?: Leader | null;
  /** Why the office named the leader, where chair and deputy could not lead. */
  readonly namedReason?: string | null;
}

/** 会议纪要: what the chair signs, by its hash. */
export interface Minutes {
  readonly format: 'pingshen-minutes-1';
  readonly meetingId: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly committee: string;
  readonly committeeName: string;
  readonly heldOn: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly announcedAt: string | null;
  readonly quorum: Fraction & { readonly clause: string };
  readonly threshold: Fraction & { readonly clause: string };
  readonly members: readonly {
    readonly expertId: string;
    readonly name: string;
    readonly isChair: boolean;
    readonly isDeputy?: boolean;
  }[];
  readonly attendance: readonly {
    readonly expertId: string;
    readonly arrivedAt: string;
    readonly leftAt: string | null;
  }[];
  readonly motions: readonly MinutesMotion[];
  /** Rounds on the agenda that were not voted on. */
  readonly undecided: number;
}

/** SHA-256 of the minutes' canonical JSON, in hex: what a signature is for. */
export function minutesHashOf(minutes: Minutes): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(minutes))));
}

/** The export of a meeting, which anybody can check offline. */
export interface BallotFile {
  readonly format: 'pingshen-ballot-1';
  readonly minutes: Minutes;
  readonly minutesHash: string;
  /** By whom and when the minutes were signed, with the installation's signature made then: see `minutesText`. */
  readonly signed: {
    readonly by: string;
    readonly at: string;
    readonly signature: { readonly algorithm: 'Ed25519'; readonly keyId: string; readonly value: string };
  };
  readonly papers: readonly {
    readonly motionId: string;
    readonly ballots: readonly Ballot[];
    readonly receipts: readonly Receipt[];
  }[];
}
