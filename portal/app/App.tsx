import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { useShade } from './appearance.js';
import { Colours } from './Colours.js';
import { queryClient } from './queryClient.js';
import { router } from './routes.js';
import { SessionEnded } from './SessionEnded.js';
import { themeOf } from './theme.js';
import { useComponentLocale } from './useComponentLocale.js';

/** The portal: theme, language, data and pages. */
export function App() {
  const [shade] = useShade();
  const { i18n } = useTranslation();
  useEffect(() => {
    document.documentElement.lang = i18n.language === 'en' ? 'en' : 'zh-CN';
  }, [i18n.language]);
  useEffect(() => {
    document.documentElement.style.colorScheme = shade;
  }, [shade]);

  return (
    <ConfigProvider theme={themeOf(shade)} {...useComponentLocale(i18n.language)} button={{ autoInsertSpace: false }}>
      <Colours />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <SessionEnded />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
