import { Page } from '../pieces/Page.js';
import { account } from '../words/account.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** `/notifications`: the letters to the person. */
export function NotificationsPage() {
  const t = useWords(account);
  const words = useWords(common);
  return <Page title={words('notifications')} empty={t('noLetters')} />;
}
