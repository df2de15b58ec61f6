import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Instant } from '../components/deadline/Instant.js';
import { BilingualText } from '../components/dossier/BilingualText.js';
import { Label } from '../components/Label.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import type { Sanction } from './queries.js';
import { SanctionActDialog } from './SanctionActDialog.js';
import { useDay } from './useDay.js';
import './open.css';

interface Props {
  readonly campaignId: string;
  readonly sanctions: readonly Sanction[];
}
type Act = { readonly sanction: Sanction; readonly action: Sanction['actions'][number] };

/** The entries of the register with their acts; disabled ones explain why. */
export function SanctionList({ campaignId, sanctions }: Props) {
  const [acting, setActing] = useState<Act | null>(null);
  return (
    <>
      <ul className="sanctions">
        {sanctions.map((sanction) => (
          <li key={sanction.id}>
            <OneSanction sanction={sanction} onAct={(action) => setActing({ sanction, action })} />
          </li>
        ))}
      </ul>
      {acting === null ? null : (
        <SanctionActDialog campaignId={campaignId} {...acting} onClose={() => setActing(null)} />
      )}
    </>
  );
}

interface LineProps {
  readonly sanction: Sanction;
  readonly onAct: (action: Act['action']) => void;
}

function OneSanction({ sanction, onAct }: LineProps) {
  const t = useLabels(conferral);
  const localize = useLocalized();
  const day = useDay();
  const mark = useMarks();
  const { subject, name, ground, basis, clause, decidedOn, startsOn, expiresOn, bars, stateLabel } = sanction;
  const { applicationId, revokes, certificateNumber, responsible, reason, actions, stopped } = sanction;
  const inChinese = (text: string) => <span lang="zh-CN">{text}</span>;
  const steps = [
    ['proposedBy', sanction.proposedByName, reason],
    ['decidedBy', sanction.decidedByName, sanction.decidedReason],
    ['liftRequestedBy', sanction.liftRequestedByName, sanction.liftReason],
  ] as const;
  const refused = actions.find(({ refusal }) => refusal?.code === 'second_person_needed')?.refusal;
  return (
    <>
      <div>
        <strong lang="zh-CN">{name}</strong> <span className="quiet">{t(`subject_${subject}`)}</span>{' '}
        <Label {...(bars ? { tone: 'late' as const } : { tone: 'over' as const })}>{localize(stateLabel)}</Label>{' '}
        {revokes ? <Label tone="late">{t('revokesTitle', { number: certificateNumber ?? '' })}</Label> : null}
      </div>
      <Facts
        facts={[
          [t('ground'), `${t(`ground_${ground}`)}（${clause}）`],
          [
            t('basis'),
            <span key="basis">
              {inChinese(basis)} · {day(decidedOn)}
            </span>,
          ],
          [t('barred'), t('term', { from: day(startsOn), until: day(expiresOn) })],
          ...(responsible.length === 0
            ? []
            : ([[t('responsible'), <span key="responsible">{inChinese(responsible.join('；'))}</span>]] as const)),
          ...(stopped.length === 0 ? [] : ([[t('stopped'), <Stopped key="stopped" of={sanction} />]] as const)),
          ...steps.flatMap(([step, actor, reason]) =>
            actor === null
              ? []
              : ([
                  [
                    t(step),
                    <span key={step}>
                      {inChinese(actor)}
                      {mark.colon}
                      {inChinese(reason ?? '')}
                    </span>,
                  ],
                ] as const),
          ),
        ]}
      />
      <div className="row" style={{ gap: 8, marginBlockStart: 8 }}>
        {applicationId === null ? null : <Link to={`/applications/${applicationId}`}>{t('theApplication')}</Link>}
        {actions
          .filter(({ allowed }) => allowed)
          .map((action) => (
            <Button key={action.event} size="small" onClick={() => onAct(action)}>
              {localize(action.label)}
              <span className="visuallyHidden">：{name}</span>
            </Button>
          ))}
        {refused ? (
          <span className="quiet">
            <BilingualText zh={refused.detail} en={refused.detailEn} />
          </span>
        ) : null}
      </div>
    </>
  );
}

/** The applications ended by a sanction, with their status at that time and the date. */
function Stopped({ of: { stopped } }: { readonly of: Sanction }) {
  const t = useLabels(conferral);
  const localize = useLocalized();
  return (
    <ul className="sanctionStopped">
      {stopped.map(({ applicationId, campaignTitle, from, at }) => (
        <li key={applicationId}>
          <Link to={`/applications/${applicationId}`} lang="zh-CN">
            {campaignTitle}
          </Link>{' '}
          {from === null || at === null ? (
            <span className="quiet">{t('stopping')}</span>
          ) : (
            <>
              {t('stoppedIn', { status: localize(from) })} · <Instant at={at} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
