import { Link } from 'react-router';
import { useLaw } from '../../api/law.js';
import type { components } from '../../api/schema.js';
import { Instant } from '../../components/deadline/Instant.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { RepairButtons } from './RepairButtons.js';
import { letterTarget } from './target.js';

interface Props {
  readonly letter: components['schemas']['WaitingLetter'];
  readonly onDone: (description: string) => void;
}

/** A letter not sent yet: kind, recipient, subject, since when, and the reason. */
export function LetterLine({ letter, onDone }: Props) {
  const t = useLabels(operator);
  const localize = useLocalized();
  const law = useLaw();
  const { id, applicationId, number, campaignTitle, kindLabel, state, at, attempts, nextAttemptAt, lastError } = letter;
  const role = law?.roles.find(({ name }) => name === letter.role);
  const listed = t('letterTo', { role: role ? localize(role) : (letter.role ?? '') });
  const description = `${listed} ${localize(kindLabel)}`;
  const about = number ?? campaignTitle ?? id;
  return (
    <li>
      <span>
        {listed} <strong>{localize(kindLabel)}</strong>{' '}
        {applicationId === null || number === null ? (
          <span lang="zh-CN">{campaignTitle}</span>
        ) : (
          <Link to={`/applications/${applicationId}`} className="numbers">
            {t('application', { id: number })}
          </Link>
        )}
        <div className="quiet">
          {at === null ? null : <Instant at={at} />}
          {lastError === null ? null : ` · ${lastError}`}
        </div>
      </span>
      <span className="row">
        <span className="quiet">
          {attempts === 0 ? t('atOnce') : t('attempts', { n: attempts })}
          {nextAttemptAt === null ? null : (
            <>
              {' · '}
              {t('nextAttempt')} <Instant at={nextAttemptAt} />
            </>
          )}
        </span>
        {state === 'parked' ? (
          <RepairButtons target={letterTarget({ id, about, description })} onDone={onDone} />
        ) : null}
      </span>
    </li>
  );
}
