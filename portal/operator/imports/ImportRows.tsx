import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { roleLabels } from '../../../rules/application/labels.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import { type ExpertRank, expertRankLabels } from '../../../rules/committee/experts.js';
import { importColumns } from '../../../rules/directory/importColumns.js';
import { type RowVerdict, rowVerdicts } from '../../../rules/directory/importKinds.js';
import { useSpecialtyNames } from '../../committee/useSpecialtyNames.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { type DirectoryImport, type ImportRow, importRowsQuery } from './importQueries.js';

const verdicts = Object.keys(rowVerdicts) as RowVerdict[];

/** The rows of a table: what each does, and what is wrong by line and column. */
export function ImportRows({ table }: { readonly table: DirectoryImport }) {
  const t = useLabels(imports);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const { colon } = useMarks();
  const [verdict, setVerdict] = useState<RowVerdict | null>((table.verdicts.wrong ?? 0) > 0 ? 'wrong' : null);
  const query = useInfiniteQuery(importRowsQuery(table.id, verdict));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const specialtyOf = useSpecialtyNames(table.campaignId ?? '');
  const nameOf = (field: string) => {
    const column = importColumns[table.kind].find((one) => one.field === field);
    return column ? localize(column) : field;
  };
  return (
    <>
      <Select
        aria-label={t('show')}
        value={verdict ?? ('all' as string)}
        options={[
          { value: 'all', label: t('all') },
          ...verdicts.map((value) => ({ value, label: t(`verdict_${value}`) })),
        ]}
        onChange={(value: string) => setVerdict(verdicts.find((one) => one === value) ?? null)}
        style={{ minWidth: 140 }}
      />
      {query.error === null ? null : <Problem error={query.error} />}
      {rows?.length === 0 ? <p className="nothingHere">{t('none')}</p> : null}
      <ul className="lines importRows">
        {rows?.map((row) => (
          <li key={row.line}>
            <span>
              <span className="quiet">
                {t('line')} {row.line}
              </span>{' '}
              <span lang="zh-CN">{textOf(row.after, specialtyOf)}</span>
              {row.verdict === 'changed' && row.before !== null ? (
                <div className="quiet" lang="zh-CN">
                  {t('was', { text: textOf(row.before, specialtyOf) })}
                </div>
              ) : null}
              {row.faults.map(({ field, message, messageEn }) => (
                <div key={field + message} className="importFault">
                  {nameOf(field)}
                  {colon}
                  <BilingualText zh={message} en={messageEn} />
                </div>
              ))}
            </span>
            <span>{row.outcome === null ? t(`verdict_${row.verdict}`) : t(`outcome_${row.outcome}`)}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {tCommon('more')}
        </Button>
      ) : null}
    </>
  );
}

/** The values of an entry in one line. */
function textOf(entry: ImportRow['after'], nameOf: (code: string) => string): string {
  return Object.entries(entry ?? {})
    .filter(([field]) => field !== 'given')
    .map(([field, value]) => shownAs[field]?.(value, nameOf) ?? value)
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' · ');
}

/** What the table keeps as codes or lists. */
const shownAs: Readonly<Record<string, (value: unknown, nameOf: (code: string) => string) => string | undefined>> = {
  role: (role) => roleLabels[role as Role].zh,
  rank: (rank) => expertRankLabels[rank as ExpertRank]?.zh,
  specialties: (codes, nameOf) => (codes as string[]).map(nameOf).join('、'),
  chain: (ids) => (ids as string[]).join(' → '),
};
