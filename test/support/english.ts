const han = /[\p{Script=Han}，。；：、]/u;

/**
 * What of an English sentence is still Chinese: nothing, but the citations it is allowed (clauses stay as people cite
 * them) and the names people gave, which stand in quotation marks.
 */
export function chineseIn(sentence: string, citations: readonly string[] = []): string {
  const plain = citations
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, citation) => text.replaceAll(citation, ''), sentence)
    .replaceAll(/“[^”]*”/g, '');
  return han.test(plain) ? plain : '';
}

/** Whether a sentence is one a reader of English gets: it begins and ends as a sentence, and none of it is Chinese. */
export function isEnglish(sentence: string | null | undefined, citations: readonly string[] = []): boolean {
  return typeof sentence === 'string' && /^[A-Z“].*[.?]$/su.test(sentence) && chineseIn(sentence, citations) === '';
}
