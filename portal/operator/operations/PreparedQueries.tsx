import { useNow } from '../../api/config.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

const day = 24 * 60 * 60_000;
const instant = (at: number) => `'${new Date(at).toISOString()}'`;

/** Lists of the Temporal UI that operators look at, by its own search. */
function queriesAt(now: number) {
  const running = "WorkflowType = 'application' AND ExecutionStatus = 'Running'";
  return [
    ['query_parked', `${running} AND PingshenNeedsAttention = true`],
    ['query_pastDue', `${running} AND PingshenDue < ${instant(now)}`],
    ['query_week', `${running} AND PingshenDue >= ${instant(now)} AND PingshenDue < ${instant(now + 7 * day)}`],
    ['query_failed', "ExecutionStatus IN ('Failed', 'Terminated', 'TimedOut')"],
  ] as const;
}

interface Props {
  /** Where the Temporal UI is shown. */
  readonly ui: string;
  readonly namespace: string;
}

/** Links to prepared lists of the Temporal UI. */
export function PreparedQueries({ ui, namespace }: Props) {
  const t = useLabels(operator);
  const now = useNow();
  return (
    <p className="row">
      <span className="quiet">{t('prepared')}</span>
      {queriesAt(now).map(([name, query]) => (
        <a
          key={name}
          href={`${ui}/namespaces/${namespace}/workflows?query=${encodeURIComponent(query)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t(name)}
        </a>
      ))}
    </p>
  );
}
