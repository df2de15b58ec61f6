import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Told } from '../pieces/dossier/Told.js';
import { FormModal } from '../pieces/FormModal.js';
import { Panel } from '../pieces/Panel.js';
import { useSay, useWords } from '../words/area.js';
import { conferral } from '../words/conferral.js';
import { Facts } from './Facts.js';
import { CONFERRAL, ownReexaminationQuery, type Reexamination } from './queries.js';

/** 复查: shown to whoever was not passed. */
export function ReexaminationPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useWords(conferral);
  const { data } = useQuery(ownReexaminationQuery(applicationId));
  const [asking, setAsking] = useState(false);
  if (!data?.period) return null;
  const { mayAsk, period, reexamination } = data;
  return (
    <Panel title={t('reexamination')}>
      {reexamination === null ? (
        <div className="stack" style={{ gap: 12 }}>
          <span className="quiet">
            <Told zh={period.explanation} en={period.explanationEn} />
          </span>
          {mayAsk ? (
            <div>
              <Button onClick={() => setAsking(true)}>{t('askReexamination')}</Button>
            </div>
          ) : (
            <span>{t('reexaminationOver')}</span>
          )}
        </div>
      ) : (
        <Asked reexamination={reexamination} />
      )}
      {asking ? <AskDialog applicationId={applicationId} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function Asked({ reexamination }: { readonly reexamination: Reexamination }) {
  const t = useWords(conferral);
  const say = useSay();
  const { askedAt, reason, stateWords, decidedReason, newApplicationId } = reexamination;
  return (
    <Facts
      facts={[
        [t('askedAt'), <Instant key="at" at={askedAt} />],
        [t('reason'), reason, 'chinese'],
        [t('standing'), <strong key="state">{say(stateWords)}</strong>],
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

function AskDialog({ applicationId: id, onClose }: { readonly applicationId: string; readonly onClose: () => void }) {
  const t = useWords(conferral);
  return (
    <FormModal<{ readonly reason: string }, unknown>
      title={t('askReexamination')}
      ok={t('askReexamination')}
      touches={CONFERRAL}
      send={(body) => answer(api.POST('/api/applications/{id}/reexamination', { params: { path: { id } }, body }))}
      onClose={onClose}
      onDone={onClose}
    >
      <Alert type="warning" showIcon title={t('reexaminationOnce')} style={{ marginBlockEnd: 12 }} />
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
