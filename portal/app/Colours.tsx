import { theme } from 'antd';
import { useLayoutEffect } from 'react';

/** Sets the theme's colours as CSS variables for the portal's own style sheet. */
export function Colours(): null {
  const { token } = theme.useToken();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const colours = {
      ground: token.colorBgLayout,
      surface: token.colorBgContainer,
      line: token.colorBorderSecondary,
      text: token.colorText,
      quiet: token.colorTextDescription,
      link: token.colorLink,
      focus: token.colorLink,
      accent: token.colorPrimary,
      chosen: token.colorPrimaryBg,
      chosenText: token.colorLink,
      good: token.colorSuccess,
      warn: token.colorWarning,
      bad: token.colorError,
    };
    for (const [name, colour] of Object.entries(colours)) style.setProperty(`--portal-${name}`, colour);
    document.body.style.background = token.colorBgLayout;
    document.body.style.color = token.colorText;
    document.body.style.fontFamily = token.fontFamily;
    document.body.style.fontSize = `${token.fontSize}px`;
    document.body.style.lineHeight = String(token.lineHeight);
  }, [token]);
  return null;
}
