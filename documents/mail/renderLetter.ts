import { roleLabels } from '../../rules/application/labels.js';
import { letterLabels } from '../../rules/notifications/letterLabels.js';
import type { Language } from '../../rules/people/membership.js';
import { contactLines } from '../../rules/policy/contact.js';
import type { Policy } from '../../rules/policy/policy.js';
import { paragraphsOf } from '../../rules/policy/words.js';
import { englishLetter } from './english/englishLetters.js';
import { frameLetter, type LetterParts, type RenderedLetter } from './frameLetter.js';
import type { LetterContent, LetterFacts } from './letter.js';
import { letters } from './letters.js';
import { dataOf } from './phrases.js';
import { type LetterDate, termOf, termOfDate } from './terms.js';

/** Writes a letter about the progress of an application, in the language of its reader. */
export function renderLetter(letter: LetterFacts, language: Language = 'zh'): RenderedLetter {
  const content: LetterContent = letters[letter.kind](letter);
  const { to, number, policy, deadlines, reason, link } = letter;
  return frameLetter({
    ...(language === 'zh' ? inChinese(letter, content) : inEnglish(letter, content)),
    points: content.points ?? [],
    reason,
    language,
    sender: policy.committee,
    introduction: introductionOf(policy),
    until: [
      ...appointmentOf(letter).map((date) => termOfDate(date, language)),
      ...(deadlines.length
        ? deadlines.map((deadline) => termOf(deadline, letter, language))
        : [language === 'zh' ? '目前没有正在计算的期限。' : 'No deadline runs at present.']),
    ],
    link: { label: buttonLabels[to === 'applicant' ? 'own' : 'others'][language], href: link },
    contact: contactLines(policy, 'questions').map(
      (line) => `${line[language]}${language === 'zh' ? '：' : ': '}${line.value}`,
    ),
    signature: [policy.title, `${language === 'zh' ? '申报编号：' : 'Application number: '}${number}`],
  });
}

/** The appointment that a letter announces. */
function appointmentOf(letter: LetterFacts): readonly LetterDate[] {
  const at = dataOf(letter, 'at');
  if (letter.kind !== 'defense_scheduled' || typeof at !== 'number') return [];
  const place = letter.place === null ? {} : { place: letter.place };
  return [{ zh: '答辩时间', en: 'The defense', at, ...place }];
}

type Worded = Pick<LetterParts, 'title' | 'happened' | 'todo' | 'greeting' | 'original'>;

const buttonLabels = {
  own: { zh: '查看我的申报', en: 'Open my application' },
  others: { zh: '查看申报', en: 'Open the application' },
} as const;

function inChinese({ to, applicantName }: LetterFacts, { title, happened, todo }: LetterContent): Worded {
  const greeting = to === 'applicant' ? `${applicantName}：您好！` : `${roleLabels[to].zh}经办人：您好！`;
  return { title, happened, todo, greeting, original: [] };
}

function inEnglish(letter: LetterFacts, { title, happened, todo }: LetterContent): Worded {
  const { to, applicantName, kind } = letter;
  const greeting = to === 'applicant' ? `Dear ${applicantName},` : `To the clerk (${roleLabels[to].en}):`;
  return { ...englishLetter(letter), title: letterLabels[kind].en, greeting, original: [title, happened, todo] };
}

/** The office's own words at the head of each letter of its campaign: the Chinese, then the English where there is one. */
function introductionOf({ words: { letters: own } }: Policy): readonly string[] {
  return own === null ? [] : [...paragraphsOf(own.value.zh), ...paragraphsOf(own.value.en)];
}
