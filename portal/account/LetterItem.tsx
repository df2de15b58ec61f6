import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Letter } from '../api/notifications.js';
import { Instant } from '../components/deadline/Instant.js';
import { account } from '../labels/account.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';

/** One letter: its subject, and the text of the mail when opened. */
export function LetterItem({ letter }: { readonly letter: Letter }) {
  const t = useLabels(account);
  const mark = useMarks();
  const localize = useLocalized();
  const { i18n } = useTranslation();
  const { kindLabel, subject, text, at, applicationId, path, read } = letter;
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
            {/* Letters are written in Chinese and their subject is enough; an English reader is shown at least the
             kind of letter. */}
            {i18n.language === 'en' ? `${localize(kindLabel)} · ` : null}
            <span lang="zh-CN">{subject}</span>
          </span>
          <span className="quiet">
            <Instant at={at} />
          </span>
        </summary>
        <div className="letterText" lang="zh-CN">
          {text}
        </div>
      </details>
      <Link className="letterLink" to={path}>
        {t(applicationId === null ? 'look' : 'open')}
        <span className="visuallyHidden" lang="zh-CN">
          ：{subject}
        </span>
      </Link>
    </li>
  );
}
