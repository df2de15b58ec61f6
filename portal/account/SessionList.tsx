import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { browserIn } from './browserIn.js';
import '../components/lines.css';

const queryKey = ['sessions'];

/** Where the person is signed in; each can be ended, and all others at once. */
export function SessionList() {
  const t = useLabels(account);
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/me/sessions', { signal })),
  });
  const ending = useMutation({
    mutationFn: (sessionId: string | null) =>
      sessionId === null
        ? answer(api.DELETE('/api/me/sessions'))
        : answer(api.DELETE('/api/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const failed = error ?? ending.error;
  const others = data?.items.some(({ current }) => !current) ?? false;
  return (
    <Panel
      title={t('sessions')}
      extra={
        others ? (
          <Button loading={ending.isPending} onClick={() => ending.mutate(null)}>
            {t('endOthers')}
          </Button>
        ) : undefined
      }
    >
      {failed === null ? null : <Problem error={failed} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      <ul className="lines">
        {data?.items.map(({ id, current, signedInAt, lastSeenAt, ipAddress, userAgent }) => (
          <li key={id}>
            <span>
              <strong>{browserIn(userAgent) ?? t('unknownDevice')}</strong>{' '}
              {current ? <Tag>{t('thisDevice')}</Tag> : null}
              <div className="quiet">
                {t('signedInAt')} <Instant at={signedInAt} />
                {ipAddress === null ? null : ` · ${ipAddress}`}
              </div>
              <div className="quiet">
                {t('lastSeenAt')} <Instant at={lastSeenAt} />
              </div>
            </span>
            {current ? null : (
              <Button size="small" onClick={() => ending.mutate(id)}>
                {t('endSession')}
                <span className="visuallyHidden">：{browserIn(userAgent) ?? t('unknownDevice')}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
