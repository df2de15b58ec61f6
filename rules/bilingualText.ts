/** The same text in Chinese, which every user reads first, and in English. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}
