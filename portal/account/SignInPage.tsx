import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { meQuery } from '../api/me.js';
import { AppearanceButtons } from '../app/AppearanceButtons.js';
import icon from '../app/icon.svg';
import { Panel } from '../components/Panel.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { DemoAccounts } from './DemoAccounts.js';
import { SignInForm } from './SignInForm.js';
import './signIn.css';

/** `/sign-in`; `?from=` is the page to return to. */
export function SignInPage() {
  const t = useLabels(account);
  const tCommon = useLabels(common);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [parameters] = useSearchParams();
  const [demo, setDemo] = useState<{ readonly email: string; readonly password: string } | undefined>();
  usePageTitle(t('title'));

  async function processDue() {
    client.clear();
    await client.fetchQuery(meQuery);
    const from = parameters.get('from') ?? '/';
    // Only addresses of this portal, so that a link cannot redirect to another site.
    await navigate(/^\/(?![/\\])/.test(from) ? from : '/', { replace: true });
  }

  return (
    <div className="signIn">
      <header className="signInTools">
        <AppearanceButtons />
      </header>
      <main className="signInMain">
        <div className="signInHead">
          <img src={icon} alt="" width={52} height={52} />
          <h1>{tCommon('product')}</h1>
          <p className="quiet">{t('lead')}</p>
        </div>
        <Panel>
          <SignInForm key={demo?.email ?? ''} {...(demo ? { initial: demo } : {})} onSignedIn={processDue} />
        </Panel>
        <DemoAccounts onChosen={setDemo} />
        <p className="signInFoot">
          <a href="/announcements">{tCommon('publicNotices')}</a>
        </p>
      </main>
    </div>
  );
}
