import { useQuery } from '@tanstack/react-query';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';
import { recentLettersQuery } from './queries.js';
import './mine.css';

/** The letters about one application, newest first. */
export function LettersPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(applicant);
  const { data, error, refetch } = useQuery(recentLettersQuery);
  // Letters about its progress and about everything else that concerns it.
  const letters = (data?.items ?? []).filter(({ path }) => path === `/applications/${applicationId}`);
  return (
    <Panel title={t('messages')}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data !== undefined && letters.length === 0 ? <span className="quiet">{t('noMessages')}</span> : null}
      <ul className="ownLetters">
        {letters.map(({ id, subject, text, at }) => (
          <li key={id}>
            <details>
              <summary>
                <span lang="zh-CN">{subject}</span>{' '}
                <span className="quiet">
                  <Instant at={at} />
                </span>
              </summary>
              <p lang="zh-CN">{text}</p>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
