import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Application } from '../api/applications.js';
import { now } from '../api/config.js';
import { Instant } from '../components/deadline/Instant.js';
import { Label } from '../components/Label.js';
import { Loading } from '../components/Loading.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { AssignDialog } from './AssignDialog.js';
import { Facts } from './Facts.js';
import { FullContact } from './FullContact.js';
import { type ObjectionListItem, objectionListQuery } from './queries.js';
import { useDay } from './useDay.js';

/** The objections to an application for supervisor and office: objector, text, evidence, investigator, due day. */
export function ObjectionsPanel({ application }: { readonly application: Application }) {
  const t = useLabels(conferral);
  const { data, error, refetch } = useQuery(objectionListQuery(application.id));
  const [assigning, setAssigning] = useState<ObjectionListItem | null>(null);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  if (data.length === 0) return <span className="quiet">{t('noObjections')}</span>;
  return (
    <>
      <ul className="plainList stack">
        {data.map((objection) => (
          <li key={objection.id}>
            <OneObjection
              applicationId={application.id}
              objection={objection}
              onAssign={() => setAssigning(objection)}
            />
          </li>
        ))}
      </ul>
      {assigning === null ? null : (
        <AssignDialog application={application} objection={assigning} onClose={() => setAssigning(null)} />
      )}
    </>
  );
}

interface Props {
  readonly applicationId: string;
  readonly objection: ObjectionListItem;
  readonly onAssign: () => void;
}

function OneObjection({ applicationId, objection, onAssign }: Props) {
  const t = useLabels(conferral);
  const day = useDay();
  const mark = useMarks();
  const { id, raisedAt, reason, outcome, resolution, name, contact, investigatorName, dueOn, evidence } = objection;
  const late = outcome === null && dueOn !== null && dueOn < localDateOf(now());
  const inChinese = (text: string) => <span lang="zh-CN">{text}</span>;
  return (
    <>
      <Facts
        facts={[
          [t('raisedAt'), raisedAt === null ? '—' : <Instant key="at" at={raisedAt} />],
          [
            t('objector'),
            name === null ? (
              t('byStaff')
            ) : (
              <>
                {inChinese([name, contact].join(mark.comma))}{' '}
                <FullContact applicationId={applicationId} objectionId={id} />
              </>
            ),
          ],
          ...(reason === null ? [] : ([[t('objectionReason'), inChinese(reason)]] as const)),
          [
            t('investigator'),
            investigatorName === null || dueOn === null ? (
              t('nobodyYet')
            ) : (
              <>
                {inChinese(investigatorName)} · {t('dueOn')} {day(dueOn)}{' '}
                {late ? <Label tone="late">{t('overdue')}</Label> : null}
              </>
            ),
          ],
          ...(evidence.length === 0
            ? []
            : ([
                [
                  t('evidence'),
                  evidence.map((file) => (
                    <div key={file.id}>
                      <a href={`/api/applications/${applicationId}/objections/${id}/evidence/${file.id}`} lang="zh-CN">
                        {file.fileName}
                      </a>
                    </div>
                  )),
                ],
              ] as const)),
          [t('state'), outcome === null ? t('stillOpen') : <strong key="outcome">{t(`outcome_${outcome}`)}</strong>],
          ...(resolution === null ? [] : ([[t('resolution'), inChinese(resolution)]] as const)),
        ]}
      />
      {outcome === null ? (
        <Button size="small" onClick={onAssign} style={{ marginBlockStart: 8 }}>
          {t(investigatorName === null ? 'assign' : 'assignAgain')}
        </Button>
      ) : null}
    </>
  );
}
