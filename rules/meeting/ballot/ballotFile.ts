import { canonical } from '../../canonical.js';
import { thresholdMet } from '../meeting.js';
import { countBallots } from './count.js';
import { merkleRoot } from './merkle.js';
import { type BallotFile, type MinutesMotion, minutesHashOf } from './minutes.js';
import { ballotLeaves, type PaperKind, receiptLeaves } from './papers.js';

/** What is checked, in this order. */
export const ballotChecks = ['format', 'minutes', 'signatures', 'unique', 'given', 'roots', 'tally', 'result'] as const;
export type BallotCheck = (typeof ballotChecks)[number];

/** The first thing that does not agree. */
export interface BallotDifference {
  readonly check: BallotCheck;
  readonly at: string;
  readonly stated: string;
  readonly expected: string;
}

type Paper = { readonly serial: string; readonly signature: string };
/** Whether a paper was signed under a motion's key; the law computes no signatures itself. */
export type IsSigned = (kind: PaperKind, motionId: string, publicKey: string, paper: Paper) => boolean;
type Papers = BallotFile['papers'][number];

/** Recomputes everything an exported file says of its votes. Null: everything agrees. */
export function checkBallots(file: unknown, isSigned: IsSigned): BallotDifference | null {
  if (!isBallotFile(file)) return { check: 'format', at: 'format', stated: '', expected: 'pingshen-ballot-1' };
  const hash = minutesHashOf(file.minutes);
  if (hash !== file.minutesHash)
    return { check: 'minutes', at: 'minutesHash', stated: file.minutesHash, expected: hash };
  const counted = file.minutes.motions.filter(({ tally }) => tally !== null);
  const ids = counted.map(({ motionId }) => motionId);
  const stated = file.papers.map(({ motionId }) => motionId);
  if (canonical(ids) !== canonical(stated))
    return { check: 'format', at: 'papers', stated: stated.join(), expected: ids.join() };
  for (const check of ['signatures', 'unique', 'given', 'roots', 'tally', 'result'] as const) {
    for (const [index, motion] of counted.entries()) {
      const papers = file.papers[index];
      const found = papers && checks[check](motion, papers, file, isSigned);
      if (found) return { check, ...found };
    }
  }
  return null;
}

type Found = Omit<BallotDifference, 'check'> | null;
type Check = (motion: MinutesMotion, papers: Papers, file: BallotFile, isSigned: IsSigned) => Found;
const at = (motion: MinutesMotion, what: string) => `${motion.ordinal}. ${motion.applicationId} · ${what}`;

function differs(where: string, stated: unknown, expected: unknown): Found {
  return canonical(stated) === canonical(expected)
    ? null
    : { at: where, stated: canonical(stated), expected: canonical(expected) };
}

const checks: Readonly<Record<Exclude<BallotCheck, 'format' | 'minutes'>, Check>> = {
  signatures: (motion, { ballots, receipts }, _file, isSigned) => {
    const { motionId, ballotKey, receiptKey } = motion;
    const bad =
      ballots.find((paper) => ballotKey === null || !isSigned('ballot', motionId, ballotKey, paper)) ??
      receipts.find((paper) => receiptKey === null || !isSigned('receipt', motionId, receiptKey, paper));
    return bad ? { at: at(motion, bad.serial), stated: bad.signature, expected: 'signature' } : null;
  },
  unique: (motion, { ballots, receipts }) => {
    const twice = (papers: readonly Paper[]) =>
      papers.find(({ serial }, index) => papers.findIndex((one) => one.serial === serial) < index);
    const found = twice(ballots) ?? twice(receipts);
    return found ? { at: at(motion, found.serial), stated: '2', expected: '1' } : null;
  },
  given: (motion, { ballots, receipts }) => {
    if (ballots.length > motion.tokens)
      return { at: at(motion, 'ballots'), stated: String(ballots.length), expected: `≤ ${motion.tokens}` };
    return differs(at(motion, 'receipts'), receipts.length, ballots.length);
  },
  roots: (motion, { ballots, receipts }) =>
    differs(at(motion, 'ballotsRoot'), motion.ballotsRoot, merkleRoot(ballotLeaves(ballots))) ??
    differs(at(motion, 'receiptsRoot'), motion.receiptsRoot, merkleRoot(receiptLeaves(receipts))),
  tally: (motion, { ballots }) => {
    if (motion.tally === null) return null;
    const count = countBallots(ballots, motion.tally);
    return differs(
      at(motion, 'tally'),
      { tally: motion.tally, notCast: motion.notCast },
      { tally: count.tally, notCast: count.notCast },
    );
  },
  result: (motion, _papers, { minutes }) => {
    if (motion.tally === null) return null;
    const { numerator, denominator, clause } = minutes.threshold;
    const threshold = { value: { numerator, denominator }, clause, source: 'national_rule', confirmed: true } as const;
    return differs(at(motion, 'passed'), motion.passed, thresholdMet(motion.tally, { meeting: { threshold } }));
  },
};

function isBallotFile(file: unknown): file is BallotFile {
  if (typeof file !== 'object' || file === null) return false;
  const { format, minutes, papers } = file as Partial<BallotFile>;
  return (
    format === 'pingshen-ballot-1' &&
    minutes?.format === 'pingshen-minutes-1' &&
    Array.isArray(minutes.motions) &&
    Array.isArray(papers)
  );
}
