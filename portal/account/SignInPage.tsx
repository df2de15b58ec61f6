import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { meQuery } from '../api/me.js';
import { forgetLanguageTaken } from '../app/appearance.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { SingleSignOn, SingleSignOnRefusal } from '../singleSignOn/SingleSignOn.js';
import { DemoAccounts } from './DemoAccounts.js';
import { OpenFrame } from './OpenFrame.js';
import { SignInForm } from './SignInForm.js';

/** `/sign-in`; `?from=` is the page to return to. */
export function SignInPage() {
  const t = useLabels(account);
  const tCommon = useLabels(common);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [parameters] = useSearchParams();
  const [demo, setDemo] = useState<{ readonly email: string; readonly password: string } | undefined>();
  usePageTitle(t('title'));
  useEffect(forgetLanguageTaken, []);

  async function processDue() {
    client.clear();
    await client.fetchQuery(meQuery);
    const from = parameters.get('from') ?? '/';
    // Only addresses of this portal, so that a link cannot redirect to another site.
    await navigate(/^\/(?![/\\])/.test(from) ? from : '/', { replace: true });
  }

  return (
    <OpenFrame
      title={tCommon('product')}
      lead={t('lead')}
      below={
        <>
          <DemoAccounts onChosen={setDemo} />
          <p className="signInFoot">
            <Link to="/register">{t('register')}</Link>
            <Link to="/forgotten-password">{t('forgotten')}</Link>
            <a href="/announcements">{tCommon('publicNotices')}</a>
          </p>
        </>
      }
    >
      <SingleSignOnRefusal />
      <SignInForm key={demo?.email ?? ''} {...(demo ? { initial: demo } : {})} onSignedIn={processDue} />
      <SingleSignOn />
    </OpenFrame>
  );
}
