import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { chooseLanguage, useShade } from './appearance.js';

/** Switches between Chinese and English, light and dark. */
export function AppearanceButtons() {
  const t = useLabels(common);
  const { i18n } = useTranslation();
  const [shade, choose] = useShade();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  const otherShade = shade === 'light' ? 'dark' : 'light';
  return (
    <>
      <Button
        type="text"
        lang={other === 'en' ? 'en' : 'zh-CN'}
        onClick={() => {
          chooseLanguage(other);
          void i18n.changeLanguage(other);
        }}
      >
        {t('language')}
      </Button>
      <Button
        type="text"
        icon={shade === 'light' ? <MoonOutlined /> : <SunOutlined />}
        aria-label={t(otherShade)}
        title={t(otherShade)}
        onClick={() => choose(otherShade)}
      />
    </>
  );
}
