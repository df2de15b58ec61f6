import { Alert } from 'antd';
import type { components } from '../../api/schema.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Problem } from '../../components/Problem.js';
import type { Plan } from '../../defense/defenseQueries.js';
import { TimeSpan } from '../../defense/TimeSpan.js';
import { defense } from '../../labels/defense.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';

interface Props {
  readonly plan: Plan | null;
  readonly check: components['schemas']['DefenseCheck'] | undefined;
  readonly error: unknown;
}

/** The rules' findings on the current plan: all clashes and recusals. */
export function CheckedPlan({ plan, check, error }: Props) {
  const t = useLabels(defense);
  const mark = useMarks();
  if (error !== null && error !== undefined) return <Problem error={error} />;
  if (plan === null || check === undefined) return <p className="quiet">{t('checking')}</p>;
  const { problems, slots, endsAt } = check;
  const recused = slots.filter((slot) => slot.recused.length > 0);
  return (
    <div role="status">
      <Alert
        type={problems.length === 0 ? 'success' : 'error'}
        showIcon
        title={problems.length === 0 ? t('noProblems') : t('problems', { n: problems.length })}
        description={
          problems.length === 0 ? undefined : (
            <ul className="defenseProblems">
              {problems.map(({ code, field, detail, detailEn, clause }) => (
                <li key={`${code} ${field} ${detail}`}>
                  <BilingualText zh={detail} en={detailEn} />{' '}
                  <span className="quiet" lang="zh-CN">
                    {clause}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      />
      <p style={{ marginBlockEnd: 0 }}>
        {t('endsAt')}
        {mark.colon}
        <TimeSpan from={endsAt} />
      </p>
      {recused.map((slot) => (
        <p key={slot.applicationId} className="quiet" style={{ margin: 0 }}>
          {slot.ordinal}. {t('recused', { names: slot.recused.join('、') })}
        </p>
      ))}
    </div>
  );
}
