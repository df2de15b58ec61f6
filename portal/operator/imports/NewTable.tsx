import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Radio } from 'antd';
import { useState } from 'react';
import { importColumns } from '../../../rules/directory/importColumns.js';
import { type ImportKind, importKinds, isOfCampaign, mostImportRows } from '../../../rules/directory/importKinds.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { UnreadableTable } from '../../components/tables/readTable.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { IMPORTS } from './importQueries.js';
import { type Sent, sendTable } from './sendTable.js';

const kinds = Object.keys(importKinds) as ImportKind[];

interface Props {
  /** Whose experts are registered; null: what belongs to the whole installation. */
  readonly campaignId: string | null;
  readonly onSent: (id: string) => void;
}

/** Chooses what is registered and a file, and sends it to be judged. */
export function NewTable({ campaignId, onSent }: Props) {
  const t = useLabels(imports);
  const localize = useLocalized();
  const client = useQueryClient();
  const [kind, setKind] = useState<ImportKind>(campaignId === null ? 'units' : 'experts');
  const [sent, setSent] = useState<Sent | null>(null);
  const sending = useMutation({
    mutationFn: (file: File) => sendTable({ kind, campaignId }, file, setSent),
    onSuccess: onSent,
    onSettled: () => {
      setSent(null);
      return client.invalidateQueries({ queryKey: [IMPORTS] });
    },
  });
  const { error } = sending;
  return (
    <Panel>
      {campaignId === null ? (
        <fieldset className="importKinds">
          <legend>{t('whichKind')}</legend>
          <Radio.Group
            value={kind}
            disabled={sending.isPending}
            options={kinds.filter((one) => !isOfCampaign(one)).map((value) => ({ value, label: t(`kind_${value}`) }))}
            onChange={({ target }) => setKind(target.value)}
          />
        </fieldset>
      ) : null}
      <p className="row">
        <span>{t('template')}</span>
        {(['xlsx', 'csv'] as const).map((extension) => (
          <a key={extension} href={`/api/directory-imports/templates/${kind}/${extension}`} download>
            {extension.toUpperCase()}
          </a>
        ))}
      </p>
      <details className="importColumns">
        <summary>{t('columns')}</summary>
        <dl>
          {importColumns[kind].map(({ field, zh, en, required, about }) => (
            <div key={field}>
              <dt>
                {localize({ zh, en })}
                {required ? <span className="quiet"> ({t('required')})</span> : null}
              </dt>
              <dd>{localize(about)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <label htmlFor="importFile">{t('chooseFile')}</label>
      <input
        id="importFile"
        type="file"
        accept=".xlsx,.csv,.txt,text/csv"
        disabled={sending.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          // So that the same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
      <div role="status">{sent === null ? null : t('sending', { done: sent.done, all: sent.all })}</div>
      {error === null ? null : error instanceof UnreadableTable ? (
        <Alert role="alert" type="error" showIcon title={textOf(error)} />
      ) : (
        <Problem error={error} />
      )}
    </Panel>
  );

  function textOf({ why }: UnreadableTable): string {
    return why === 'tooLong' ? t('wrong_tooLong', { most: mostImportRows }) : t(`wrong_${why}`);
  }
}
