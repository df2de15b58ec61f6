import type { LocalDate } from '../../../rules/calendar/instant.js';
import { contactLines } from '../../../rules/policy/contact.js';
import type { Block, Paper } from '../paper.js';
import { appliedTitle, type PaperInput, pair, paperOf } from './input.js';

/** Paragraphs. */
export const text = (...paragraphs: string[]): Block => ({ kind: 'text', paragraphs });

/** Who it is about, for papers of the office. */
function about(input: PaperInput): Block {
  const { series, specialty, level } = appliedTitle(input);
  return {
    kind: 'pairs',
    photo: null,
    rows: [
      [pair('申报编号', input.number), pair('姓名', input.applicantName)],
      [pair('所在单位', input.unitName)],
      [pair('申报', `${series} ${specialty} ${level}`)],
    ],
  };
}

/** Issued by the committee's office, with room for its seal above. */
export const issued = (input: PaperInput, on: string): Block => ({ kind: 'issued', by: input.policy.committee, on });

/** Whom the notice names for an occasion; nothing where it names nobody. */
export function contacts({ policy }: PaperInput, occasion: Parameters<typeof contactLines>[1]): readonly Block[] {
  const lines = contactLines(policy, occasion).map(({ zh, value }) => `${zh}：${value}`);
  return lines.length === 0 ? [] : [{ kind: 'note', paragraphs: lines }];
}

/** A paper of the office: its title, whom it is about, and what it says. */
export function officePaper(input: PaperInput, title: string, on: LocalDate, blocks: readonly Block[]): Paper {
  return paperOf(input, { title, on, blocks: [{ kind: 'title', text: title }, about(input), ...blocks] });
}
