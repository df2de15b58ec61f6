import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { BilingualText } from '../components/dossier/BilingualText.js';
import { FormModal } from '../components/FormModal.js';
import { Panel } from '../components/Panel.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { CONFERRAL, ownReexaminationQuery, type Reexamination } from './queries.js';

/** 复查: shown to an applicant who was not passed. */
export function ReexaminationPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(conferral);
  const { data } = useQuery(ownReexaminationQuery(applicationId));
  const [asking, setAsking] = useState(false);
  if (!data?.period) return null;
  const { mayRequest, period, reexamination } = data;
  return (
    <Panel title={t('reexamination')}>
      {reexamination === null ? (
        <div className="stack" style={{ gap: 12 }}>
          <span className="quiet">
            <BilingualText zh={period.explanation} en={period.explanationEn} />
          </span>
          {mayRequest ? (
            <div>
              <Button onClick={() => setAsking(true)}>{t('requestReexamination')}</Button>
            </div>
          ) : (
            <span>{t('reexaminationOver')}</span>
          )}
        </div>
      ) : (
        <ReexaminationRequest reexamination={reexamination} />
      )}
      {asking ? <ConfirmDialog applicationId={applicationId} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function ReexaminationRequest({ reexamination }: { readonly reexamination: Reexamination }) {
  const t = useLabels(conferral);
  const localize = useLocalized();
  const { requestedAt, reason, stateLabel, decidedReason, newApplicationId } = reexamination;
  return (
    <Facts
      facts={[
        [t('requestedAt'), <Instant key="at" at={requestedAt} />],
        [t('reason'), reason, 'chinese'],
        [t('state'), <strong key="state">{localize(stateLabel)}</strong>],
        ...(decidedReason === null ? [] : ([[t('resolution'), decidedReason, 'chinese']] as const)),
        ...(newApplicationId === null
          ? []
          : ([
              [
                t('newApplication'),
                <Link key="new" to={`/applications/${newApplicationId}`}>
                  {newApplicationId.slice(0, 8)}
                </Link>,
              ],
            ] as const)),
      ]}
    />
  );
}

function ConfirmDialog({
  applicationId: id,
  onClose,
}: {
  readonly applicationId: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(conferral);
  return (
    <FormModal<{ readonly reason: string }, unknown>
      title={t('requestReexamination')}
      ok={t('requestReexamination')}
      invalidates={CONFERRAL}
      send={(body) => answer(api.POST('/api/applications/{id}/reexamination', { params: { path: { id } }, body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <Alert type="warning" showIcon title={t('reexaminationOnce')} style={{ marginBlockEnd: 12 }} />
      <RequiredReason label={t('reason')} missing={t('required')} rows={[3, 10]} />
    </FormModal>
  );
}
