import { roleLabels } from '../../rules/application/labels.js';
import { contactLines } from '../../rules/policy/contact.js';
import type { Policy } from '../../rules/policy/policy.js';
import { paragraphsOf } from '../../rules/policy/words.js';
import { frameLetter, type RenderedLetter } from './frameLetter.js';
import type { LetterContent, LetterFacts } from './letter.js';
import { letters } from './letters.js';
import { explained } from './phrases.js';

/** Writes a letter about the progress of an application. */
export function renderLetter(letter: LetterFacts): RenderedLetter {
  const content: LetterContent = letters[letter.kind](letter);
  const { to, applicantName, number, policy, deadlines, reason, link } = letter;
  return frameLetter({
    ...content,
    reason,
    greeting: to === 'applicant' ? `${applicantName}：您好！` : `${roleLabels[to].zh}经办人：您好！`,
    introduction: introductionOf(policy),
    until: deadlines.length ? deadlines.map((deadline) => explained(deadline, letter)) : ['目前没有正在计算的期限。'],
    link: { label: '查看申报', href: link },
    signature: [
      policy.committee,
      policy.title,
      `申报编号：${number}`,
      ...contactLines(policy, 'questions').map(({ zh, value }) => `${zh}：${value}`),
    ],
  });
}

/** The office's own words at the head of each letter of its campaign: the Chinese, then the English where there is one. */
function introductionOf({ words: { letters: own } }: Policy): readonly string[] {
  return own === null ? [] : [...paragraphsOf(own.value.zh), ...paragraphsOf(own.value.en)];
}
