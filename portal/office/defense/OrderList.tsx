import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ReasonField } from '../../committee/ReasonField.js';
import { FormModal } from '../../components/FormModal.js';
import { Label } from '../../components/Label.js';
import { DEFENSE, type DefenseSession, type DefenseSlot } from '../../defense/defenseQueries.js';
import { TimeSpan } from '../../defense/TimeSpan.js';
import { defense } from '../../labels/defense.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';

type Act = DefenseSlot['actions'][number];
interface Props {
  readonly campaignId: string;
  readonly session: DefenseSession;
}

/** The candidates in order: on paper with room for signatures, on screen with their acts. */
export function OrderList({ campaignId, session }: Props) {
  const t = useLabels(defense);
  const choiceLabel = useChoiceLabel();
  const [confirming, setConfirming] = useState<{ readonly slot: DefenseSlot; readonly event: Act } | null>(null);
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
              <td>{choiceLabel(slot.level)}</td>
              <td className="signatureColumn" />
              <td className="actsColumn">
                <StatusSummary slot={slot} />
                <div className="row">
                  {slot.actions.map((event) => (
                    <Button
                      key={event}
                      size="small"
                      type={event === 'score' ? 'primary' : 'default'}
                      onClick={() => setConfirming({ slot, event })}
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
      {confirming === null ? null : (
        <FormModal<{ reason?: string }, unknown>
          title={`${t(`act_${confirming.event}`)} · ${confirming.slot.applicantName}`}
          ok={t(`act_${confirming.event}`)}
          invalidates={DEFENSE}
          send={(body) => perform(campaignId, session.id, confirming.slot.applicationId, confirming.event, body)}
          onClose={() => setConfirming(null)}
          onDone={() => setConfirming(null)}
        >
          <p>{t(`sure_${confirming.event}`)}</p>
          {confirming.event === 'release' ? <ReasonField /> : null}
        </FormModal>
      )}
    </>
  );
}

/** The state of a candidate's scoring, and the experts recused from them. */
function StatusSummary({ slot }: { readonly slot: DefenseSlot }) {
  const t = useLabels(defense);
  const { outcome, score, submitted, scorers, recused } = slot;
  return (
    <div className="row">
      {outcome === null ? null : <Label tone="over">{t(`outcome_${outcome}`)}</Label>}
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
