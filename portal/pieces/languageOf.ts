/** The `lang` of a text that may be a name people gave in Chinese; nothing where it is in the page's own language. */
export const languageOf = (text: string): 'zh-CN' | undefined => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined);
