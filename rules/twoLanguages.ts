/** The same words in Chinese, which every user reads first, and in English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
