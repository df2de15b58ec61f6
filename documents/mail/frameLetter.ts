import type { Language } from '../../rules/people/membership.js';
import { framedHtml, messageHtml } from './framedHtml.js';
import { framedText } from './framedText.js';
import type { LetterPoint } from './letter.js';

/** A mail as it is sent. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A date that counts, as it is shown: large, with its weekday. */
export interface LetterTerm {
  readonly label: string;
  /** `2024年8月30日 周五 18:00` */
  readonly when: string;
  /** Whether something is held or begins then, rather than ends. */
  readonly held: boolean;
  /** How many working days are left, from when to when it moved, how it is counted. */
  readonly notes: readonly string[];
}

/** The parts of every letter: greeting, what happened, why, what to do, until when, where to see it, from whom. */
export interface LetterParts {
  readonly language: Language;
  /** Whose letter it is: the name at its head. */
  readonly sender: string;
  readonly title: string;
  readonly greeting: string;
  /** The office's own words, by paragraphs. */
  readonly introduction?: readonly string[];
  readonly happened: string;
  /** Points of a list, in full. */
  readonly points?: readonly LetterPoint[];
  readonly reason: string | null;
  readonly todo: string;
  /** Dates, and sentences about the time where there is no date. */
  readonly until: readonly (LetterTerm | string)[];
  /** What it says in Chinese, where the letter is in another language: the Chinese text counts. */
  readonly original: readonly string[];
  readonly link: { readonly label: string; readonly href: string };
  readonly contact: readonly string[];
  readonly signature: readonly string[];
}

/** The words of the frame itself. */
export const frameWords = {
  zh: {
    colon: '：',
    reason: '理由：',
    todo: '需要办理：',
    until: '期限：',
    held: '时间：',
    concerns: '涉及：',
    contact: '联系方式',
    original: '中文原文',
    open: '按钮打不开的，请把这个地址复制到浏览器：',
    automatic: '本邮件由系统自动发送，请勿直接回复。',
  },
  en: {
    colon: ': ',
    reason: 'Reason: ',
    todo: 'What to do: ',
    until: 'Until: ',
    held: 'Time: ',
    concerns: 'Concerns: ',
    contact: 'Contact',
    original: 'The Chinese text, which counts',
    open: 'If the button does not open, copy this address into the browser: ',
    automatic: 'This mail was sent automatically; please do not answer it.',
  },
} as const satisfies Record<Language, Record<string, string>>;
export type FrameWords = (typeof frameWords)[Language];

/** Assembles the parts of a letter, as text and as HTML with the same content. */
export function frameLetter(parts: LetterParts): RenderedLetter {
  const words = frameWords[parts.language];
  return {
    subject: subjectOf(parts.title),
    text: framedText(parts, words),
    html: framedHtml(parts, words),
  };
}

/** A message about an account, in both languages at once: nobody's language is known before they have signed in. */
export function frameMessage(title: string, lines: readonly string[]): RenderedLetter {
  const words = frameWords.zh;
  return {
    subject: subjectOf(title),
    text: `${[...lines, '', '——', words.automatic].join('\n')}\n`,
    html: messageHtml(title, lines, words),
  };
}

// A line break in a subject would start another header.
const subjectOf = (title: string) => `【职称评审】${title}`.replace(/[\r\n]+/g, ' ');
