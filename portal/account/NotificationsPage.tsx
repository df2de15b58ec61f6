import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersKey, lettersQuery, readUpTo, useUnread } from '../api/notifications.js';
import { CalendarLink } from '../components/deadline/CalendarLink.js';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { LetterItem } from './LetterItem.js';
import './letters.css';

/** `/notifications`: the letters to the person in any of their roles, newest first. */
export function NotificationsPage() {
  const t = useLabels(account);
  const tCommon = useLabels(common);
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const query = useInfiniteQuery(lettersQuery(i18n.language === 'en' ? 'en' : 'zh'));
  const unread = useUnread();
  const letters = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const newest = letters[0];
  const reading = useMutation({
    mutationFn: (id: string) => readUpTo(id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const readAll = () => newest && reading.mutate(newest.id);

  // The bell has counted a new letter: refetch the list.
  useEffect(() => {
    if (unread > 0) void client.invalidateQueries({ queryKey: lettersKey });
  }, [unread, client]);

  const count = unread >= 100 ? t('unreadMany') : unread > 0 ? t('unreadCount', { n: unread }) : t('allRead');
  return (
    <Page
      title={tCommon('notifications')}
      lead={t('lettersLead')}
      query={query}
      empty={query.data !== undefined && letters.length === 0 ? t('noLetters') : false}
      actions={
        letters.length === 0 ? undefined : (
          <>
            <span className="quiet" role="status">
              {count}
            </span>
            <CalendarLink />
            <Button disabled={unread === 0} loading={reading.isPending} onClick={readAll}>
              {t('readAll')}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        {reading.error === null ? null : <Problem error={reading.error} onRetry={readAll} />}
        <ol className="letters">
          {letters.map((letter) => (
            <LetterItem key={letter.id} letter={letter} />
          ))}
        </ol>
        {query.hasNextPage ? (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {tCommon('more')}
          </Button>
        ) : null}
      </div>
    </Page>
  );
}
