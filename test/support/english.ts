const han = /[\p{Script=Han}，。；：、]/u;

/**
 * The sentence if some of it is Chinese, else an empty string. Allowed are `citations`, since clauses are cited in
 * Chinese, and names in quotation marks.
 */
export function chineseIn(sentence: string, citations: readonly string[] = []): string {
  const plain = citations
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, citation) => text.replaceAll(citation, ''), sentence)
    .replaceAll(/“[^”]*”/g, '');
  return han.test(plain) ? plain : '';
}

/** Whether this is an English sentence: it begins and ends as one, and none of it is Chinese. */
export function isEnglish(sentence: string | null | undefined, citations: readonly string[] = []): boolean {
  return typeof sentence === 'string' && /^[A-Z“].*[.?]$/su.test(sentence) && chineseIn(sentence, citations) === '';
}
