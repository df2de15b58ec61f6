import { Tag } from 'antd';
import type { Law, StatusOfLaw } from '../api/law.js';
import { Panel } from '../components/Panel.js';
import { help } from '../labels/help.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';

interface Props {
  readonly law: Law;
  readonly status: StatusOfLaw;
}

/** One status: its meaning, whose turn it is, and every event with its roles and target. */
export function StatusHelp({ law, status }: Props) {
  const t = useLabels(help);
  const mark = useMarks();
  const localize = useLocalized();
  const { name, zh, en, turn, final, help: labels, clause } = status;
  const ways = law.events.filter((event) => event.status === name);
  const roleOf = (role: string | null) => {
    const found = law.roles.find((one) => one.name === role);
    return found === undefined ? (role ?? '') : localize(found);
  };
  // Where no campaign has the status, the event does not lead there.
  const statusOf = (to: string) => law.statuses.filter((one) => one.name === to).map(localize);
  return (
    <Panel
      id={name}
      title={localize({ zh, en })}
      extra={
        final ? <Tag>{t('over')}</Tag> : <Tag color="processing">{`${t('turn')}${mark.colon}${roleOf(turn)}`}</Tag>
      }
    >
      <p className="helpMeaning">{localize(labels)}</p>
      <div className="quiet">
        {t('clause')}
        {mark.colon}
        {localize(clause)}
      </div>
      {ways.length === 0 ? null : (
        <>
          <h3 className="helpWays">{t('next')}</h3>
          <ul className="ways">
            {ways.map((way) => (
              <li key={way.event}>
                <span>
                  <strong>{localize(way)}</strong>
                  <span className="quiet"> {way.allowedRoleLabels.map(localize).join(mark.comma)}</span>
                </span>
                <span>
                  → {way.to.flatMap((to) => (to === name ? t('stays') : statusOf(to))).join(' / ')}
                  <span className="quiet wayClause">{localize(way.clause)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
