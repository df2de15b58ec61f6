import { explain } from '../../rules/deadline.js';
import { roleWords } from '../../rules/words.js';
import { escapeHtml } from '../escapeHtml.js';
import type { LetterContent, LetterFacts } from './letter.js';
import { letters } from './letters.js';

/** A mail as it goes out. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a letter: what happened, why, what to do, until when, and where to see it. */
export function renderLetter(letter: LetterFacts): RenderedLetter {
  const content: LetterContent = letters[letter.kind](letter);
  return {
    // A line break in a subject would start another header.
    subject: `【职称评审】${content.title}`.replace(/[\r\n]+/g, ' '),
    text: asText(letter, content),
    html: asHtml(letter, content),
  };
}

function greeting({ to, applicantName }: LetterFacts): string {
  return to === 'applicant' ? `${applicantName}：您好！` : `${roleWords[to].zh}经办人：您好！`;
}

function until({ deadlines }: LetterFacts): readonly string[] {
  return deadlines.length ? deadlines.map(explain) : ['目前没有正在计算的期限。'];
}

function signature({ policy, applicationId }: LetterFacts): readonly string[] {
  return [policy.committee, policy.title, `申报编号：${applicationId}`, '本邮件由系统自动发送，请勿直接回复。'];
}

function asText(letter: LetterFacts, { happened, todo, points = [] }: LetterContent): string {
  const lines = [
    greeting(letter),
    '',
    happened,
    ...points.map((point, index) => `  ${index + 1}. ${point}`),
    ...(letter.reason === null ? [] : [`理由：${letter.reason}`]),
    '',
    `需要办理：${todo}`,
    ...until(letter).map((line) => `期限：${line}`),
    '',
    `查看申报：${letter.link}`,
    '',
    '——',
    ...signature(letter),
  ];
  return `${lines.join('\n')}\n`;
}

function asHtml(letter: LetterFacts, { title, happened, todo, points = [] }: LetterContent): string {
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const list = points.length ? `<ol>${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ol>` : '';
  return [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>`,
    paragraph(greeting(letter)),
    paragraph(happened),
    list,
    letter.reason === null ? '' : paragraph(`理由：${letter.reason}`),
    `<p><strong>需要办理：</strong>${escapeHtml(todo)}</p>`,
    ...until(letter).map((line) => `<p><strong>期限：</strong>${escapeHtml(line)}</p>`),
    `<p><a href="${escapeHtml(letter.link)}">查看申报</a></p>`,
    `<hr><p><small>${signature(letter).map(escapeHtml).join('<br>')}</small></p>`,
    '</body></html>',
  ].join('\n');
}
