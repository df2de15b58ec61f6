import type { Profile } from '../application/facts.js';
import { entryOf } from '../campaign/codes.js';
import type { Policy } from '../policy/policy.js';

/**
 * Whether a candidate proves a degree: everybody but skilled personnel, who apply by the certificate of their skill, whatever
 * their education (通知 四（七）: 不受学历、论文、外语、计算机等条件的限制).
 */
export function asksForDiploma({ track }: Pick<Profile, 'track'>, { codes }: Pick<Policy, 'codes'>): boolean {
  return !(entryOf(codes.tracks, track)?.bySkillCertificate ?? false);
}
