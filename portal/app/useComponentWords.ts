import type { ConfigProviderProps } from 'antd';
import { useEffect, useState } from 'react';

type Locale = NonNullable<ConfigProviderProps['locale']>;

const words: Readonly<Record<string, () => Promise<{ readonly default: Locale }>>> = {
  zh: () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
};

/** Ant Design's own words in the language of the moment; only that language is loaded. */
export function useComponentWords(language: string): { readonly locale?: Locale } {
  const [locale, setLocale] = useState<Locale | null>(null);
  useEffect(() => {
    let wanted = true;
    void words[language]?.().then(({ default: loaded }) => {
      if (wanted) setLocale(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return locale === null ? {} : { locale };
}
