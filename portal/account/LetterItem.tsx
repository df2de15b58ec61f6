import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Letter } from '../api/notifications.js';
import { Instant } from '../components/deadline/Instant.js';
import { account } from '../labels/account.js';
import { useLabels, useMarks } from '../labels/labelArea.js';

/** One letter: its subject, and the text of the mail when opened. */
export function LetterItem({ letter }: { readonly letter: Letter }) {
  const t = useLabels(account);
  const mark = useMarks();
  const { i18n } = useTranslation();
  const lang = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { subject, text, at, applicationId, path, read } = letter;
  return (
    <li className={read ? 'letter' : 'letter letterUnread'}>
      <details>
        <summary>
          <span className="letterMark" aria-hidden />
          <span className="letterSubject">
            {read ? null : (
              <span className="visuallyHidden">
                {t('unreadMark')}
                {mark.colon}
              </span>
            )}
            <span lang={lang}>{subject}</span>
          </span>
          <span className="quiet">
            <Instant at={at} />
          </span>
        </summary>
        <div className="letterText" lang={lang}>
          {text}
        </div>
      </details>
      <Link className="letterLink" to={path}>
        {t(applicationId === null ? 'look' : 'open')}
        <span className="visuallyHidden" lang={lang}>
          ：{subject}
        </span>
      </Link>
    </li>
  );
}
