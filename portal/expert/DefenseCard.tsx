import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { scoreInWords } from '../../rules/defense/defenseScore.js';
import '../defense/defense.css';
import { type OwnDefense, ownDefenseQuery } from '../defense/defenseQueries.js';
import { TimeSpan } from '../defense/TimeSpan.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Waiting } from '../pieces/deadline/Waiting.js';
import { Label } from '../pieces/Label.js';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { useWords } from '../words/area.js';
import { defense } from '../words/defense.js';

/** The sessions I sit in, with the candidates I score; whom I am recused from is not among them. */
export function DefenseCard() {
  const t = useWords(defense);
  const { data, error } = useQuery(ownDefenseQuery);
  return (
    <Panel title={t('mine')}>
      {error === null ? null : <Problem error={error} />}
      {data === undefined && error === null ? <Waiting rows={2} /> : null}
      {data?.length === 0 ? <p>{t('noneMine')}</p> : null}
      {data?.map((session) => (
        <Session key={session.id} session={session} />
      ))}
    </Panel>
  );
}

function Session({ session }: { readonly session: OwnDefense }) {
  const t = useWords(defense);
  const { id, room, specialtyName, startsAt, endsAt, leader, slots } = session;
  return (
    <section>
      <div className="row">
        <Instant at={startsAt} />
        <span className="quiet">
          {t('endsAt')} <TimeSpan from={endsAt} />
        </span>
        <strong lang="zh-CN">{room}</strong>
        <span lang="zh-CN">{specialtyName}</span>
        {leader ? <Label>{t('youLead')}</Label> : null}
      </div>
      <ul className="lines">
        {slots.map((slot) => (
          <li key={slot.applicationId}>
            <div>
              <TimeSpan from={slot.startsAt} /> <strong lang="zh-CN">{slot.applicantName}</strong>{' '}
              <span className="quiet" lang="zh-CN">
                {slot.unitName}
              </span>
            </div>
            <div className="row">
              <Standing slot={slot} />
              {slot.refusal === null || slot.total !== null ? (
                <Link to={`/expert/sessions/${id}/candidates/${slot.applicationId}`}>
                  {t(slot.total === null ? 'openSheet' : 'readSheet', { name: slot.applicantName })}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ slot }: { readonly slot: OwnDefense['slots'][number] }) {
  const t = useWords(defense);
  const { total, refusal, outcome, points } = slot;
  if (total !== null)
    return <Label mood="over">{t('handedIn', { score: scoreInWords({ sum: total, count: 1 }) })}</Label>;
  if (refusal !== null) return <Label mood="over">{t(outcome === null ? 'notYet' : 'over')}</Label>;
  return <Label>{t(Object.keys(points).length === 0 ? 'toScore' : 'draft')}</Label>;
}
