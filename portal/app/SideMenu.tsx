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
  const item = ([to, label, icon]: Entry) => (
    <li key={to}>
      <Link to={to} aria-current={to === here ? 'page' : undefined} onClick={() => onChosen?.()}>
        {icon}
        {t(label)}
      </Link>
    </li>
  );
  const section = ({ label, entries }: Section) => (
    <div key={label ?? ''} className="menuSection">
      {label ? <p id={`${id}${label}`}>{t(label)}</p> : null}
      <ul aria-labelledby={label && `${id}${label}`}>{entries.map(item)}</ul>
    </div>
  );
  return (
    <nav aria-label={t('navigation')} className="sideMenu">
      {own.map(section)}
      {section({ entries: forAll })}
    </nav>
  );
}
