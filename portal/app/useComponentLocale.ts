import type { ConfigProviderProps } from 'antd';
import { useEffect, useState } from 'react';

type Locale = NonNullable<ConfigProviderProps['locale']>;

const locales: Readonly<Record<string, () => Promise<{ readonly default: Locale }>>> = {
  zh: () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
};

/** Ant Design's own texts in the current language; only that language is loaded. */
export function useComponentLocale(language: string): { readonly locale?: Locale } {
  const [locale, setLocale] = useState<Locale | null>(null);
  useEffect(() => {
    let requested = true;
    void locales[language]?.().then(({ default: loaded }) => {
      if (requested) setLocale(loaded);
    });
    return () => {
      requested = false;
    };
  }, [language]);
  return locale === null ? {} : { locale };
}
