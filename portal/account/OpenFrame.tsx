import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { AppearanceButtons } from '../app/AppearanceButtons.js';
import icon from '../app/icon.svg';
import { Panel } from '../components/Panel.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import './signIn.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** below the panel */
  readonly below: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages around signing in. */
export function OpenFrame({ title, lead, below, children }: Props) {
  const t = useLabels(common);
  return (
    <div className="signIn">
      <header className="signInTools">
        <Link to="/guide">{t('guide')}</Link>
        <AppearanceButtons />
      </header>
      <main className="signInMain">
        <div className="signInHead">
          <img src={icon} alt="" width={52} height={52} />
          <h1>{title}</h1>
          <p className="quiet">{lead}</p>
        </div>
        <Panel>{children}</Panel>
        {below}
      </main>
    </div>
  );
}
