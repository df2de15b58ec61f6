import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatScore } from '../../rules/defense/defenseScore.js';
import { ownScoreSheet } from '../../rules/papers/ownScoreSheet.js';
import '../defense/defense.css';
import { PaperLines } from '../components/application/PaperLines.js';
import { Instant } from '../components/deadline/Instant.js';
import { Label } from '../components/Label.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { type OwnDefense, ownDefenseQuery } from '../defense/defenseQueries.js';
import { TimeSpan } from '../defense/TimeSpan.js';
import { defense } from '../labels/defense.js';
import { useLabels } from '../labels/labelArea.js';

/** The caller's defense sessions with the candidates to score, without those the caller is recused from. */
export function DefenseCard() {
  const t = useLabels(defense);
  const { data, error } = useQuery(ownDefenseQuery);
  return (
    <Panel title={t('mine')}>
      {error === null ? null : <Problem error={error} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.length === 0 ? <p>{t('noneMine')}</p> : null}
      {data?.map((session) => (
        <Session key={session.id} session={session} />
      ))}
    </Panel>
  );
}

function Session({ session }: { readonly session: OwnDefense }) {
  const t = useLabels(defense);
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
      <PaperLines
        papers={[
          {
            key: id,
            label: ownScoreSheet,
            about: null,
            ready: true,
            from: ownScoreSheet,
            showAt: `/api/me/defense/${id}/score-sheet?inline=true`,
            saveAt: `/api/me/defense/${id}/score-sheet`,
          },
        ]}
      />
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
              <StatusSummary slot={slot} />
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

function StatusSummary({ slot }: { readonly slot: OwnDefense['slots'][number] }) {
  const t = useLabels(defense);
  const { total, refusal, outcome, points } = slot;
  if (total !== null)
    return <Label tone="over">{t('submittedScore', { score: formatScore({ sum: total, count: 1 }) })}</Label>;
  if (refusal !== null) return <Label tone="over">{t(outcome === null ? 'notYet' : 'over')}</Label>;
  return <Label>{t(Object.keys(points).length === 0 ? 'toScore' : 'draft')}</Label>;
}
