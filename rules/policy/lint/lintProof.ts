import type { BilingualText } from '../../bilingualText.js';
import type { LintFinding } from './lintFinding.js';

/** What the search of all states under a policy came to. */
export interface PolicyProof {
  /** Kinds of candidate searched, and states visited. */
  readonly kinds: number;
  readonly states: number;
  /** What does not hold, each with the path to where it fails. */
  readonly failures: readonly { readonly says: BilingualText; readonly story: readonly BilingualText[] }[];
}

const about = { clause: '规则验证', date: null, path: null } as const;

/** How the search stands, as lines of the check: one that fails keeps the campaign from being announced. */
export function lintProof(proof: PolicyProof | null): readonly LintFinding[] {
  if (!proof) {
    const message = '正在后台逐一验证本政策下的各种情形，通常需要一两分钟，请稍后再看。';
    const messageEn =
      'Every case under this policy is being searched in the background; please look again in a minute or two.';
    return [{ ...about, code: 'proof_running', severity: 'warning', message, messageEn }];
  }
  const { kinds, states, failures } = proof;
  if (failures.length === 0) {
    const message = `已验证${kinds}类申报人的${states}种情形，各项规则均成立。`;
    const messageEn = `${states} states of ${kinds} kinds of candidate were searched; every rule holds in each.`;
    return [{ ...about, code: 'proof_holds', severity: 'info', message, messageEn }];
  }
  return failures.map(({ says, story }) => ({
    ...about,
    code: 'proof_fails',
    severity: 'error',
    message: `下列情形不符合“${says.zh}”：${story.map(({ zh }) => zh).join('；')}。`,
    messageEn: `“${says.en}” does not hold here: ${story.map(({ en }) => en).join('; ')}.`,
  }));
}
