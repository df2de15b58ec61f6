import { Link } from 'react-router';
import type { Law, StatusOfLaw } from '../api/law.js';
import { useSay, useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { help } from '../words/help.js';

interface Props {
  readonly law: Law;
  readonly current: string | undefined;
}

/** Every status, to go to; the main road first. */
export function Contents({ law, current }: Props) {
  const t = useWords(help);
  const words = useWords(common);
  const say = useSay();
  const sorted = law.statuses.toSorted((a, b) => a.order - b.order);
  const list = (statuses: readonly StatusOfLaw[]) => (
    <ol>
      {statuses.map(({ name, zh, en }) => (
        <li key={name}>
          <Link to={`/help/${name}`} aria-current={name === current ? 'location' : undefined}>
            {say({ zh, en })}
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
      <a href="/announcements">{words('publicNotices')}</a>
    </nav>
  );
}
