import { useState } from 'react';
import { useNow } from '../../api/config.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectorySelect } from '../organisations/DirectorySelect.js';
import { queriesAt, queryOfUnit } from './temporalQueries.js';

interface Props {
  /** Where the Temporal UI is shown. */
  readonly ui: string;
  readonly namespace: string;
}

/** Links to prepared lists of the Temporal UI. */
export function PreparedQueries({ ui, namespace }: Props) {
  const t = useLabels(operator);
  const now = useNow();
  const [unit, setUnit] = useState<string>();
  const link = (query: string, text: string) => (
    <a
      key={text}
      href={`${ui}/namespaces/${namespace}/workflows?query=${encodeURIComponent(query)}`}
      target="_blank"
      rel="noreferrer"
    >
      {text}
    </a>
  );
  return (
    <>
      <p className="row">
        <span className="quiet">{t('prepared')}</span>
        {queriesAt(now).map(([name, query]) => link(query, t(name)))}
      </p>
      <div className="row unitQuery">
        <label className="quiet" htmlFor="preparedUnit">
          {t('query_unitOf')}
        </label>
        <DirectorySelect
          of="units"
          id="preparedUnit"
          onChange={(chosen) => setUnit(typeof chosen === 'string' ? chosen : undefined)}
          {...(unit === undefined ? {} : { value: unit })}
        />
        {unit === undefined ? null : link(queryOfUnit(unit), t('query_unit', { unit }))}
      </div>
    </>
  );
}
