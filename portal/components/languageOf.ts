/** The `lang` of a name that may be Chinese, by its first letter; undefined where the page's language fits. */
export const languageOf = (name: string): 'zh-CN' | undefined =>
  /^[^\p{Script=Latin}]*\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined;
