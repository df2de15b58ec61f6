import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { lawQuery } from '../api/law.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useSay, useWords } from '../words/area.js';
import { help } from '../words/help.js';

/** `/help/:status?`: what each status means, from the law and the notice's clauses. */
export function HelpPage() {
  const t = useWords(help);
  const say = useSay();
  const { status } = useParams();
  const query = useQuery(lawQuery);
  const ready = query.data !== undefined;
  useEffect(() => {
    if (ready && status !== undefined) document.getElementById(status)?.scrollIntoView();
  }, [ready, status]);
  const roleOf = (name: string | null) => query.data?.roles.find((role) => role.name === name);
  return (
    <Page title={t('title')} query={query}>
      <div className="stack">
        {[...(query.data?.statuses ?? [])]
          .sort((a, b) => a.order - b.order)
          .map(({ name, zh, en, turn, help: words, clause }) => {
            const role = roleOf(turn);
            return (
              <Panel key={name} id={name} title={say({ zh, en })}>
                <p style={{ marginBlockStart: 0 }}>{say(words)}</p>
                <span className="quiet">
                  {role === undefined ? t('over') : `${t('turn')}：${say(role)}`} · <span lang="zh-CN">{clause}</span>
                </span>
              </Panel>
            );
          })}
      </div>
    </Page>
  );
}
