import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { formatScore } from '../../../rules/defense/defenseScore.js';
import { answer, api } from '../../api/client.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { FormModal } from '../../components/FormModal.js';
import { Problem } from '../../components/Problem.js';
import { DEFENSE, type ScoreSheet } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';

type Points = ScoreSheet['points'];
const formatInstantZh = (hundredths: number) => formatScore({ sum: hundredths, count: 1 });

/** Points per criterion, the running total, and the submission, which is final. */
export function SheetForm({ sheet }: { readonly sheet: ScoreSheet }) {
  const t = useLabels(defense);
  const client = useQueryClient();
  const [points, setPoints] = useState<Points>(sheet.points);
  const [submitting, setSubmitting] = useState(false);
  const params = { path: { sessionId: sheet.session.id, applicationId: sheet.applicationId } };
  const keeping = useMutation({
    mutationFn: () =>
      answer(api.PUT('/api/defense/sessions/{sessionId}/sheets/{applicationId}', { params, body: { points } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [DEFENSE] }),
  });
  const done = sheet.total !== null;
  const fixed = done || sheet.refusal !== null;
  const given = done ? sheet.points : points;
  const gaps = sheet.criteria.filter(({ code }) => given[code] === undefined).length;
  const total = sheet.criteria.reduce((sum, { code }) => sum + (given[code] ?? 0), 0);
  const set = (code: string, value: number | null) =>
    setPoints(({ [code]: _before, ...rest }) => (value === null ? rest : { ...rest, [code]: Math.round(value * 100) }));
  return (
    <>
      {done ? <Alert type="success" showIcon title={t('done')} style={{ marginBlockEnd: 16 }} /> : null}
      {!done && sheet.refusal !== null ? (
        <Alert
          type="info"
          showIcon
          title={<BilingualText zh={sheet.refusal.detail} en={sheet.refusal.detailEn} />}
          style={{ marginBlockEnd: 16 }}
        />
      ) : null}
      <div className="sheetCriteria">
        {sheet.criteria.map(({ code, name, weight }) => {
          const value = given[code];
          return (
            <div key={code}>
              <label htmlFor={`points-${code}`}>
                <span lang="zh-CN">{name}</span> <span className="quiet">{t('outOf', { n: weight })}</span>
              </label>
              <InputNumber
                id={`points-${code}`}
                min={0}
                max={weight}
                precision={2}
                step={1}
                size="large"
                inputMode="decimal"
                disabled={fixed}
                value={value === undefined ? null : value / 100}
                onChange={(next) => set(code, next)}
              />
            </div>
          );
        })}
      </div>
      <div className="sheetTotal">
        <div aria-live="polite">
          {t('total')} <strong className="numbers">{formatInstantZh(total)}</strong>
          {gaps > 0 && !fixed ? <span className="quiet"> {t('gaps', { n: gaps })}</span> : null}
        </div>
        {fixed ? null : (
          <div className="row">
            <Button loading={keeping.isPending} onClick={() => keeping.mutate()}>
              {t('keep')}
            </Button>
            <Button type="primary" disabled={gaps > 0} onClick={() => setSubmitting(true)}>
              {t('submit')}
            </Button>
          </div>
        )}
      </div>
      {keeping.error === null ? null : <Problem error={keeping.error} />}
      {keeping.isSuccess ? <p role="status">{t('kept')}</p> : null}
      {submitting ? (
        <FormModal<object, unknown>
          title={t('submit')}
          ok={t('submit')}
          invalidates={DEFENSE}
          send={() => {
            const path = '/api/defense/sessions/{sessionId}/sheets/{applicationId}/submit';
            return answer(api.POST(path, { params, body: { points } }));
          }}
          onClose={() => setSubmitting(false)}
          onDone={() => setSubmitting(false)}
        >
          <p>{t('submitMore', { name: sheet.applicantName, score: formatInstantZh(total) })}</p>
        </FormModal>
      ) : null}
    </>
  );
}
