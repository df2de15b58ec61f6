import type { BilingualText } from '../../rules/bilingualText.js';
import { paragraphsOf } from '../../rules/policy/words.js';
import { useLocalized } from '../labels/labelArea.js';
import { languageOf } from './languageOf.js';

/** What an office wrote in its own words, in the language of the page where it wrote it in that; nothing it wrote is markup. */
export function Paragraphs({ words }: { readonly words: BilingualText }) {
  const text = useLocalized()({ zh: words.zh, en: words.en === '' ? words.zh : words.en });
  return paragraphsOf(text).map((paragraph) => (
    <p key={paragraph} className="ownWords" lang={languageOf(paragraph)}>
      {paragraph}
    </p>
  ));
}
