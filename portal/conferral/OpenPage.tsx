import type { ReactNode } from 'react';
import { AppearanceButtons } from '../app/AppearanceButtons.js';
import icon from '../app/icon.svg';
import { usePageTitle } from '../components/usePageTitle.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import './open.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The frame of a public page: no sign-in and no menu. */
export function OpenPage({ title, lead, children }: Props) {
  const t = useLabels(conferral);
  usePageTitle(title);
  return (
    <div className="open">
      <header className="openTools">
        <a href="/notices" className="openHome">
          <img src={icon} alt="" width={32} height={32} />
          {t('toNotices')}
        </a>
        <AppearanceButtons />
      </header>
      <main className="openMain">
        <h1>{title}</h1>
        <p className="quiet">{lead}</p>
        <div className="stack">{children}</div>
        <p className="openFoot">
          <a href="/results">{t('results')}</a> · <a href="/sign-in">{t('toSignIn')}</a>
        </p>
      </main>
    </div>
  );
}
