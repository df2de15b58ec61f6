import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { roleLabels } from '../../rules/application/labels.js';
import { announcementsQuery } from '../api/announcements.js';
import { AppearanceButtons } from '../app/AppearanceButtons.js';
import icon from '../app/icon.svg';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Paragraphs } from '../components/Paragraphs.js';
import { common } from '../labels/common.js';
import { help } from '../labels/help.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import './guide.css';
import { TaskHelp } from './TaskHelp.js';
import { tasks, tasksWith } from './tasks/tasks.js';

const roles = [...new Set(tasks.map(({ role }) => role))];

/** `/guide`: how to do what, role by role, found by part of a word; for everybody. */
export function GuidePage() {
  const t = useLabels(help);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const [search, setSearch] = useState('');
  const { hash } = useLocation();
  const announced = useQuery(announcementsQuery).data ?? [];
  const found = tasksWith(search);
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <div className="guide">
      <header className="guideHeader noPrint">
        <Link className="shellBrand" to="/">
          <img src={icon} alt="" width={28} height={28} />
          {tCommon('product')}
        </Link>
        <span className="row" style={{ gap: 0 }}>
          <AppearanceButtons />
        </span>
      </header>
      <main className="guideMain">
        <Page title={t('guide')} lead={t('guideLead')} actions={<Link to="/help">{t('statuses')}</Link>}>
          <div className="stack">
            <div className="noPrint">
              <Input.Search
                aria-label={t('findTask')}
                placeholder={t('findTask')}
                allowClear
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
              <div role="status" className="quiet">
                {search === '' ? null : found.length === 0 ? t('noTask') : t('foundTasks', { n: found.length })}
              </div>
            </div>
            {announced.map(({ id, title, help: words, phase }) =>
              words === null || phase === 'closed' || search !== '' ? null : (
                <Panel key={id} title={t('ofCampaign', { title })}>
                  <Paragraphs words={words} />
                </Panel>
              ),
            )}
            {roles.map((role) => {
              const own = found.filter((task) => task.role === role);
              if (own.length === 0) return null;
              return (
                <Panel key={role ?? 'everybody'} title={role === null ? t('everybody') : localize(roleLabels[role])}>
                  {own.map((task) => (
                    <TaskHelp key={task.id} task={task} />
                  ))}
                </Panel>
              );
            })}
          </div>
        </Page>
      </main>
    </div>
  );
}
