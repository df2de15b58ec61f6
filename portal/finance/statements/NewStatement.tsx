import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Arrangement } from '../../../rules/statements/headings.js';
import { statementLayoutNames, statementLayouts } from '../../../rules/statements/layouts.js';
import { readStatement } from '../../../rules/statements/readStatement.js';
import { mostStatementLines } from '../../../rules/statements/verdicts.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { UnreadableTable } from '../../components/tables/readTable.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { MapColumns } from './MapColumns.js';
import { type ChosenFile, readFile } from './readFile.js';
import { StatementSummary } from './StatementSummary.js';
import { sendStatement } from './sendStatement.js';
import { STATEMENTS } from './statementQueries.js';

interface Props {
  readonly campaignId: string;
  readonly onSent: (id: string) => void;
}

/** Chooses a statement, says how it is read and what is in it, and sends its lines. */
export function NewStatement({ campaignId, onSent }: Props) {
  const t = useLabels(statements);
  const tImports = useLabels(imports);
  const localize = useLocalized();
  const { comma } = useMarks();
  const client = useQueryClient();
  const [file, setFile] = useState<ChosenFile | null>(null);
  /** As somebody named the columns; null: as found. */
  const [own, setOwn] = useState<Arrangement | null>(null);
  const [mapping, setMapping] = useState(false);
  const [sent, setSent] = useState<{ readonly done: number; readonly all: number } | null>(null);
  const reading = useMutation({
    mutationFn: readFile,
    onSuccess: (chosen) => {
      setFile(chosen);
      setOwn(null);
      setMapping(chosen.found === null);
    },
  });
  const arrangement = own ?? file?.found ?? null;
  const statement = file !== null && arrangement !== null && !mapping ? readStatement(file.rows, arrangement) : null;
  const sending = useMutation({
    mutationFn: ({ name: fileName, hash: fileHash, found }: ChosenFile) =>
      sendStatement(
        {
          campaignId,
          fileName,
          fileHash,
          layout: own === null && found !== null ? found.layout : 'own',
          lines: statement?.lines ?? [],
        },
        setSent,
      ),
    onSuccess: (id) => {
      setFile(null);
      onSent(id);
    },
    onSettled: () => {
      setSent(null);
      return client.invalidateQueries({ queryKey: [STATEMENTS] });
    },
  });
  const error = reading.error ?? sending.error;
  const names = statementLayoutNames.map((name) => localize(statementLayouts[name])).join(comma);
  return (
    <Panel>
      <label htmlFor="statementFile">{t('chooseFile')}</label>
      <input
        id="statementFile"
        type="file"
        accept=".xlsx,.csv,.txt,.xls,text/csv,text/plain"
        disabled={sending.isPending}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          sending.reset();
          if (chosen) reading.mutate(chosen);
          // So that the same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
      <p className="quiet">{t('banks', { names })}</p>
      {error === null ? null : error instanceof UnreadableTable ? (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={
            error.why === 'tooLong'
              ? tImports('wrong_tooLong', { most: mostStatementLines })
              : tImports(`wrong_${error.why}`)
          }
        />
      ) : (
        <Problem error={error} />
      )}
      {file !== null && mapping ? (
        <MapColumns
          file={file}
          onNamed={(named) => {
            setOwn(named);
            setMapping(false);
          }}
        />
      ) : null}
      {file !== null && statement !== null ? (
        <>
          <p>
            <strong>
              {t('recognised', {
                file: file.name,
                layout: own === null && file.found !== null ? localize(statementLayouts[file.found.layout]) : t('own'),
              })}
            </strong>
          </p>
          <StatementSummary statement={statement} />
          <p className="row">
            <Button
              type="primary"
              loading={sending.isPending}
              disabled={statement.faults.length > 0 || statement.lines.length === 0}
              onClick={() => sending.mutate(file)}
            >
              {t('import')}
            </Button>
            <Button disabled={sending.isPending} onClick={() => setMapping(true)}>
              {t('changeColumns')}
            </Button>
          </p>
        </>
      ) : null}
      <div role="status">{sent === null ? null : t('sending', sent)}</div>
    </Panel>
  );
}
