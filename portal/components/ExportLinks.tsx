import { useLabels } from '../labels/labelArea.js';
import { queue } from '../labels/queue.js';

interface Props {
  /** The list's address in the API. */
  readonly path: string;
  /** Its filters. */
  readonly query?: Readonly<Record<string, unknown>>;
}

/** Links that export the whole filtered list as a spreadsheet. */
export function ExportLinks({ path, query = {} }: Props) {
  const t = useLabels(queue);
  const given = Object.entries(query).filter(([name, value]) => value !== undefined && !/^(limit|cursor)$/.test(name));
  const hrefOf = (format: string) =>
    `${path}?${new URLSearchParams([...given.map(([name, value]) => [name, String(value)]), ['format', format]])}`;
  return (
    <span className="row noPrint" style={{ gap: 12 }}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={hrefOf(format)}>
          {t('exportAs', { format: format.toUpperCase() })}
        </a>
      ))}
    </span>
  );
}
