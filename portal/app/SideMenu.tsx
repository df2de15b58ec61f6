import { useId } from 'react';
import { Link, useLocation } from 'react-router';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { useBinding } from './binding.js';
import { type Entry, forAll, type Section, sections } from './menuEntries.js';
import './menu.css';

/** The pages of the current role. */
export function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useLabels(common);
  const binding = useBinding();
  const { pathname } = useLocation();
  const id = useId();
  const own = binding === undefined ? [] : (sections[binding.role] ?? []);
  const here = [...own.flatMap(({ entries }) => entries), ...forAll]
    .map(([to]) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
  const item = ([to, labels, icon]: Entry) => (
    <li key={to}>
      <Link to={to} aria-current={to === here ? 'page' : undefined} onClick={() => onChosen?.()}>
        {icon}
        {t(labels)}
      </Link>
    </li>
  );
  const section = ({ labels, entries }: Section) => (
    <div key={labels ?? ''} className="menuSection">
      {labels ? <p id={`${id}${labels}`}>{t(labels)}</p> : null}
      <ul aria-labelledby={labels && `${id}${labels}`}>{entries.map(item)}</ul>
    </div>
  );
  return (
    <nav aria-label={t('navigation')} className="sideMenu">
      {own.map(section)}
      {section({ entries: forAll })}
    </nav>
  );
}
