import { isSigned } from '../../api/meetings/paperSignature.js';
import { isSignedBy, type PublicKey } from '../../config/signingKeys.js';
import { type BallotCheck, ballotChecks, checkBallots } from '../../rules/meeting/ballot/ballotFile.js';
import type { BallotFile } from '../../rules/meeting/ballot/minutes.js';
import { minutesText } from '../../rules/meeting/ballot/minutesSignature.js';
import { difference, differs, type Verdict } from './verdict.js';

const checkLabels = {
  format: '文件格式，每项表决都有选票 / the format of the file, and papers for every vote',
  minutes: '会议纪要与其摘要一致 / the minutes are those of their hash',
  signatures: '每张选票和回执都由本项表决签发 / every ballot and receipt was signed for its vote',
  unique: '编号没有重复 / no number comes twice',
  given: '选票不多于领取的，回执与选票一样多 / no more ballots than were given out, as many receipts as ballots',
  roots: '默克尔树根一致 / the Merkle roots are the same',
  tally: '重新计票一致 / the count is the same',
  result: '结果与通过要求一致 / the results follow from the threshold',
} as const satisfies Record<BallotCheck, string>;
const chairLabel =
  '会议纪要（连同签发选票的公钥）由主任委员签字时签名 / the minutes, with the keys of their ballots, were signed as the chair signed them';

/**
 * Recounts every vote of an exported meeting and compares. The keys that sign ballots stand in the minutes, and the minutes
 * carry the signature made when the chair signed: other keys, and ballots made under them, do not pass.
 */
export function verifyBallots(file: BallotFile, keys: readonly PublicKey[]): Verdict {
  const { minutes, minutesHash, signed } = file;
  const text = minutesText({ meetingId: minutes.meetingId, minutesHash, by: signed.by, at: signed.at });
  if (!isSignedBy(keys, signed.signature, text)) {
    const expected = keys.map(({ id }) => id).join();
    return differs(difference(chairLabel, { at: 'signed', stated: signed.signature.keyId, expected }));
  }
  const found = checkBallots(file, isSigned);
  const until = found === null ? ballotChecks.length : ballotChecks.indexOf(found.check);
  const agreed = [chairLabel, ...ballotChecks.slice(0, until).map((check) => checkLabels[check])];
  return found === null
    ? { about: aboutOf(file), agreed, difference: null }
    : differs(difference(checkLabels[found.check], found), agreed);
}

function aboutOf({ minutes, minutesHash, papers }: BallotFile): readonly string[] {
  const ballots = papers.reduce((sum, motion) => sum + motion.ballots.length, 0);
  const passed = minutes.motions.filter((motion) => motion.passed === true).length;
  return [
    `${minutes.campaignTitle} · ${minutes.committeeName} · ${minutes.heldOn}`,
    `会议纪要摘要 / hash of the minutes: ${minutesHash}`,
    `表决${papers.length}项，通过${passed}项，选票${ballots}张 / votes: ${papers.length}, passed: ${passed}, ballots: ${ballots}`,
  ];
}
