import type { Role } from '../../../rules/application/lifecycle.js';
import type { BilingualText } from '../../../rules/bilingualText.js';

/** One thing that people want to do: whose it is, the steps to it, and the page on which it begins. */
export interface Task {
  readonly id: string;
  /** Null: anybody's, before or after they have signed in. */
  readonly role: Role | null;
  readonly title: BilingualText;
  readonly steps: readonly BilingualText[];
  /** An address of the portal, or of a page for everybody. */
  readonly to: string;
}

/** A label of a page or of the law. */
type Named = readonly [zh: string, en: string] | BilingualText;

/**
 * A step in words, with the labels that stand on the page: `{1}` is the first of them. A page that is named otherwise is
 * named otherwise here too.
 */
export function step(zh: string, en: string, ...labels: readonly Named[]): BilingualText {
  const named = labels.map(textOf);
  const filled = (text: string, language: 'zh' | 'en') =>
    text.replaceAll(/\{(\d)\}/g, (_, place: string) => {
      const label = named[Number(place) - 1];
      if (!label) throw new Error(`a step names no label ${place}: ${text}`);
      return language === 'zh' ? `“${label.zh}”` : `“${label.en}”`;
    });
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
}

function textOf(label: Named): BilingualText {
  const [zh, en] = 'zh' in label ? [label.zh, label.en] : label;
  return { zh: withoutCounts(zh), en: withoutCounts(en) };
}

/** Without the numbers that a label shows: `同意所选（{{n}}）`. */
function withoutCounts(text: string): string {
  return text.replaceAll(/\s*[（(]?\{\{\w+\}\}[）)]?/g, '').trim();
}
