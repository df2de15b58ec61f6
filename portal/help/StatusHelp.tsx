import { Tag } from 'antd';
import type { Law, StatusOfLaw } from '../api/law.js';
import { Panel } from '../pieces/Panel.js';
import { useMarks, useSay, useWords } from '../words/area.js';
import { help } from '../words/help.js';

interface Props {
  readonly law: Law;
  readonly status: StatusOfLaw;
}

/** One status: what it means, whose turn it is, and every way on with who goes it and where it leads. */
export function StatusHelp({ law, status }: Props) {
  const t = useWords(help);
  const mark = useMarks();
  const say = useSay();
  const { name, zh, en, turn, final, help: words, clause } = status;
  const ways = law.events.filter((event) => event.status === name);
  const roleOf = (role: string | null) => {
    const found = law.roles.find((one) => one.name === role);
    return found === undefined ? (role ?? '') : say(found);
  };
  const statusOf = (to: string) => {
    const found = law.statuses.find((one) => one.name === to);
    return found === undefined ? to : say(found);
  };
  return (
    <Panel
      id={name}
      title={say({ zh, en })}
      extra={
        final ? <Tag>{t('over')}</Tag> : <Tag color="processing">{`${t('turn')}${mark.colon}${roleOf(turn)}`}</Tag>
      }
    >
      <p className="helpMeaning">{say(words)}</p>
      <div className="quiet">
        {t('clause')}
        {mark.colon}
        <span lang="zh-CN">{clause}</span>
      </div>
      {ways.length === 0 ? null : (
        <>
          <h3 className="helpWays">{t('next')}</h3>
          <ul className="ways">
            {ways.map((way) => (
              <li key={way.event}>
                <span>
                  <strong>{say(way)}</strong>
                  <span className="quiet"> {way.whoWords.map(say).join(mark.comma)}</span>
                </span>
                <span>
                  → {way.to.map((to) => (to === name ? t('stays') : statusOf(to))).join(' / ')}
                  <span className="quiet wayClause" lang="zh-CN">
                    {way.clause}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
