import { Link } from 'react-router';
import { useMe } from '../api/me.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { FactorPanel } from './FactorPanel.js';
import { ProfilePanel } from './ProfilePanel.js';
import { ReadingsPanel } from './ReadingsPanel.js';
import { SessionList } from './SessionList.js';
import './secondFactor.css';

/** `/account`: password, authenticator, where one is signed in, who read one's data, and all of it as a file. */
export function AccountPage() {
  const t = useLabels(account);
  const { email } = useMe();
  return (
    <Page title={t('security')} lead={email ?? undefined}>
      <div className="accountPage stack">
        <Panel title={t('password')}>
          <Link to="/password">{t('changePassword')}</Link>
        </Panel>
        <ProfilePanel />
        <FactorPanel />
        <SessionList />
        <ReadingsPanel />
        <Panel title={t('ownData')}>
          <p className="quiet">{t('ownDataMore')}</p>
          <a href="/api/me/data" download>
            {t('ownDataGet')}
          </a>
        </Panel>
      </div>
    </Page>
  );
}
