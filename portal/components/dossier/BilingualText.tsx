import { useTranslation } from 'react-i18next';

interface Props {
  readonly zh: string;
  /** equal to the Chinese, or absent, where there is no English */
  readonly en?: string | undefined;
}

/** A text of the API in the current language; without an English version it stays Chinese and is marked as such. */
export function BilingualText({ zh, en = zh }: Props) {
  const { i18n } = useTranslation();
  if (i18n.language === 'zh') return zh;
  return en === zh ? <span lang="zh-CN">{zh}</span> : en;
}
