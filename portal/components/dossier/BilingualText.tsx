import { useTranslation } from 'react-i18next';

interface Props {
  readonly zh: string;
  /** the Chinese again, or nothing, where no English was kept */
  readonly en?: string | undefined;
}

/** A sentence of the API in the language of the moment; what has no English stays in Chinese, and says so. */
export function BilingualText({ zh, en = zh }: Props) {
  const { i18n } = useTranslation();
  if (i18n.language === 'zh') return zh;
  return en === zh ? <span lang="zh-CN">{zh}</span> : en;
}
