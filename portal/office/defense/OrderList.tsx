import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ReasonField } from '../../committee/ReasonField.js';
import { DEFENSE, type DefenseSession, type DefenseSlot } from '../../defense/defenseQueries.js';
import { TimeSpan } from '../../defense/TimeSpan.js';
import { FormModal } from '../../pieces/FormModal.js';
import { Label } from '../../pieces/Label.js';
import { useSay, useWords } from '../../words/area.js';
import { defense } from '../../words/defense.js';
import { choiceWords } from '../../words/dossier/dossier.js';

type Act = DefenseSlot['actions'][number];
interface Props {
  readonly campaignId: string;
  readonly session: DefenseSession;
}

/** The candidates in their order: on paper with room for signatures, on the page with what may be done. */
export function OrderList({ campaignId, session }: Props) {
  const t = useWords(defense);
  const say = useSay();
  const [asked, setAsked] = useState<{ readonly slot: DefenseSlot; readonly event: Act } | null>(null);
  return (
    <>
      <table className="defenseOrder">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('level')}</th>
            <th scope="col" className="signatureColumn">
              {t('signature')}
            </th>
            <th scope="col" className="actsColumn">
              {t('sheet')}
            </th>
          </tr>
        </thead>
        <tbody>
          {session.slots.map((slot) => (
            <tr key={slot.applicationId}>
              <td className="numbers">{slot.ordinal}</td>
              <td>
                <TimeSpan from={slot.startsAt} />
              </td>
              <td lang="zh-CN">
                <Link to={`/applications/${slot.applicationId}`}>{slot.applicantName}</Link>
              </td>
              <td lang="zh-CN">{slot.unitName}</td>
              <td>{say(choiceWords[slot.level] ?? { zh: slot.level, en: slot.level })}</td>
              <td className="signatureColumn" />
              <td className="actsColumn">
                <Standing slot={slot} />
                <div className="row">
                  {slot.actions.map((event) => (
                    <Button
                      key={event}
                      size="small"
                      type={event === 'score' ? 'primary' : 'default'}
                      onClick={() => setAsked({ slot, event })}
                    >
                      {t(`act_${event}`)}
                    </Button>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked === null ? null : (
        <FormModal<{ reason?: string }, unknown>
          title={`${t(`act_${asked.event}`)} · ${asked.slot.applicantName}`}
          ok={t(`act_${asked.event}`)}
          touches={DEFENSE}
          send={(body) => perform(campaignId, session.id, asked.slot.applicationId, asked.event, body)}
          onClose={() => setAsked(null)}
          onDone={() => setAsked(null)}
        >
          <p>{t(`sure_${asked.event}`)}</p>
          {asked.event === 'release' ? <ReasonField /> : null}
        </FormModal>
      )}
    </>
  );
}

/** How far the scoring of a candidate is, and who is recused from them. */
function Standing({ slot }: { readonly slot: DefenseSlot }) {
  const t = useWords(defense);
  const { outcome, score, submitted, scorers, recused } = slot;
  return (
    <div className="row">
      {outcome === null ? null : <Label mood="over">{t(`outcome_${outcome}`)}</Label>}
      {score === null ? (
        <span className="quiet">{t('submitted', { done: submitted, total: scorers })}</span>
      ) : (
        <strong className="numbers">{score}</strong>
      )}
      {recused.length === 0 ? null : (
        <span className="quiet" lang="zh-CN">
          {t('recused', { names: recused.join('、') })}
        </span>
      )}
    </div>
  );
}

const path = '/api/campaigns/{id}/defense/sessions/{sessionId}/applications/{applicationId}/{event}';
function perform(
  id: string,
  sessionId: string,
  applicationId: string,
  event: Act,
  body: { readonly reason?: string },
): Promise<unknown> {
  return answer(api.POST(path, { params: { path: { id, sessionId, applicationId, event } }, body }));
}
