import { type ThemeConfig, theme } from 'antd';
import type { Shade } from './appearance.js';

const shared = {
  // What the machine has comes first: the web font is fetched only for characters that nothing before it has. The machine's own font
  // comes after it: where that has no Chinese, Chromium leaves boxes in texts that need one slice of the web font only.
  fontFamily:
    "'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC Variable', system-ui, sans-serif",
  fontSize: 16,
  lineHeight: 1.65,
  borderRadius: 6,
  controlHeight: 40,
  controlHeightSM: 32,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
  wireframe: false,
} as const;

/**
 * Every text colour has a contrast of at least 4.5:1 on its background (WCAG 2.2 AA), placeholders and hints included.
 */
const light = {
  colorPrimary: '#1d4f9c',
  colorInfo: '#1d4f9c',
  colorLink: '#1d4f9c',
  colorLinkHover: '#163f7f',
  colorLinkActive: '#12356c',
  colorPrimaryHover: '#2a5fae',
  colorSuccess: '#1b6e37',
  colorWarning: '#8a5200',
  colorError: '#b3261e',
  colorPrimaryBg: '#e8effa',
  colorPrimaryBgHover: '#dbe7f8',
  colorInfoBg: '#e8effa',
  colorInfoBorder: '#b5cbec',
  colorSuccessBg: '#e9f5ed',
  colorSuccessBorder: '#abd5b9',
  colorWarningBg: '#fdf4e3',
  colorWarningBorder: '#ecd09a',
  colorErrorBg: '#fdeeec',
  colorErrorBorder: '#f0bcb7',
  colorBgLayout: '#f5f7fa',
  colorTextBase: '#16202e',
  colorTextSecondary: '#46505f',
  colorTextTertiary: '#5a6473',
  colorTextQuaternary: '#667080',
  colorTextDescription: '#515b6a',
  colorTextPlaceholder: '#667080',
  colorTextDisabled: '#6b7483',
  colorBorder: '#b9c2cf',
  colorBorderSecondary: '#e1e6ed',
} as const;

const dark = {
  colorPrimary: '#3f7fdb',
  colorInfo: '#7fb0f5',
  colorLink: '#8fbaf7',
  colorLinkHover: '#b3d1fb',
  colorLinkActive: '#b3d1fb',
  colorSuccess: '#6fce8d',
  colorWarning: '#f0b454',
  colorError: '#ff8a80',
  colorPrimaryBg: '#1b2f4d',
  colorPrimaryBgHover: '#213a5f',
  colorInfoBg: '#1a2b44',
  colorInfoBorder: '#31507f',
  colorSuccessBg: '#17301f',
  colorSuccessBorder: '#2c5b3c',
  colorWarningBg: '#35280f',
  colorWarningBorder: '#664c1c',
  colorErrorBg: '#3b1d1b',
  colorErrorBorder: '#733632',
  colorBgBase: '#12161c',
  colorBgContainer: '#181d25',
  colorBgElevated: '#1f2530',
  colorBgLayout: '#10141a',
  colorBorder: '#465161',
  colorBorderSecondary: '#2b333f',
  colorTextBase: '#e9edf3',
  colorTextSecondary: '#bcc5d1',
  colorTextTertiary: '#a3adba',
  colorTextQuaternary: '#98a2b0',
  colorTextDescription: '#a9b3c0',
  colorTextPlaceholder: '#98a2b0',
  colorTextDisabled: '#8d97a5',
} as const;

/** No animation when the system asks for reduced motion. */
const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** The portal's theme: one blue, generous spacing, large type. */
export function themeOf(shade: Shade): ThemeConfig {
  const isDark = shade === 'dark';
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { ...shared, motion: !reducedMotion.matches, ...(isDark ? dark : light) },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        ...(isDark ? { colorPrimary: '#2f6bc2', colorPrimaryHover: '#3874cc', colorPrimaryActive: '#285ca8' } : {}),
        ...(isDark ? { dangerColor: '#330d0a' } : {}),
      },
      Menu: {
        itemBorderRadius: 6,
        itemHeight: 44,
        ...(isDark ? { itemSelectedColor: '#a9cbfa', itemSelectedBg: '#1b2f4d' } : {}),
        activeBarBorderWidth: 0,
      },
      Card: { headerFontSize: 17 },
      Table: { headerBg: isDark ? '#1b212a' : '#f0f3f7', cellPaddingBlock: 14 },
      Descriptions: { labelBg: 'transparent' },
    },
  };
}
