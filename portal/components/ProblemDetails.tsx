import { sectionLabels } from '../../rules/dossier/sectionLabels.js';
import type { ProblemBody } from '../api/problem.js';
import { common } from '../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { problem as area } from '../labels/problem.js';
import { DeadlineExplained } from './deadline/DeadlineExplained.js';
import { Instant } from './deadline/Instant.js';
import { BilingualText } from './dossier/BilingualText.js';

/** What a refused field is called, and the clause it has. */
export type FieldName = (
  field: string,
) => { readonly zh: string; readonly en: string; readonly clause: string | null } | null;

interface Props {
  readonly problem: ProblemBody;
  readonly fieldName?: FieldName | undefined;
}

/** The details of a problem: clause, fields, missing items by section, the deadline, and what has changed meanwhile. */
export function ProblemDetails({ problem, fieldName }: Props) {
  const t = useLabels(area);
  const mark = useMarks();
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const { clause, errors, missing, happened, deadline } = problem;
  const bySection = groupBySection(missing);
  return (
    <div className="stack" style={{ gap: 8 }}>
      {clause === null ? null : (
        <div>
          {tCommon('clause')}
          {mark.colon}
          <span lang="zh-CN">{clause}</span>
        </div>
      )}
      {errors.length === 0 ? null : (
        <ul className="plainList">
          {errors.map(({ field, message, messageEn }) => {
            const named = fieldName?.(field);
            return (
              <li key={field}>
                {named ? <strong>{localize(named)}</strong> : <code>{field}</code>}{' '}
                <BilingualText zh={message} en={messageEn} />{' '}
                {named?.clause ? (
                  <span className="quiet" lang="zh-CN">
                    {named.clause}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {[...bySection].map(([section, items]) => (
        <div key={section}>
          <strong>
            {t('missing')}
            {mark.colon}
            {localize(sectionLabels[section])}
          </strong>
          <ul className="plainList">
            {items.map(({ field, message, messageEn, clause: because }) => (
              <li key={field}>
                <BilingualText zh={message} en={messageEn} />{' '}
                <span className="quiet" lang="zh-CN">
                  {because}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {happened.length === 0 ? null : (
        <div>
          <strong>{t('happened')}</strong>
          <ul className="plainList">
            {happened.map(({ seq, label: zh, labelEn: en, at }) => (
              <li key={seq}>
                <Instant at={at} /> <BilingualText zh={zh} en={en} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {deadline === null ? null : <DeadlineExplained deadline={deadline} />}
    </div>
  );
}

function groupBySection(missing: ProblemBody['missing']) {
  const groups = new Map<(typeof missing)[number]['section'], ProblemBody['missing']>();
  for (const item of missing) groups.set(item.section, [...(groups.get(item.section) ?? []), item]);
  return groups;
}
