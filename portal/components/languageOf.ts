/** The `lang` of a name that people may have given in Chinese, by its first letter; nothing where the page's own fits. */
export const languageOf = (name: string): 'zh-CN' | undefined =>
  /^[^\p{Script=Latin}]*\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined;
