import { Link } from 'react-router';
import type { Law, StatusOfLaw } from '../api/law.js';
import { common } from '../labels/common.js';
import { help } from '../labels/help.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';

interface Props {
  readonly law: Law;
  readonly current: string | undefined;
}

/** Links to every status; the main path first. */
export function Contents({ law, current }: Props) {
  const t = useLabels(help);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const sorted = law.statuses.toSorted((a, b) => a.order - b.order);
  const list = (statuses: readonly StatusOfLaw[]) => (
    <ol>
      {statuses.map(({ name, zh, en }) => (
        <li key={name}>
          <Link to={`/help/${name}`} aria-current={name === current ? 'location' : undefined}>
            {localize({ zh, en })}
          </Link>
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="helpContents noPrint" aria-label={t('contents')}>
      <h2>{t('main')}</h2>
      {list(sorted.filter(({ main }) => main))}
      <h2>{t('others')}</h2>
      {list(sorted.filter(({ main }) => !main))}
      <a href="/announcements">{tCommon('publicNotices')}</a>
    </nav>
  );
}
