import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { addDays, localDateOf } from '../../../rules/calendar/instant.js';
import { useNow } from '../../api/config.js';
import { useDeadlineLabel } from '../../components/deadline/useDeadlineLabel.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Board } from './boardQuery.js';
import { ChartTable } from './ChartTable.js';

interface Props {
  readonly inflow: Board['inflow'];
  readonly deadlines: Board['deadlines'];
}
/** The colours differ in lightness as well as hue, and are the same in light and dark. */
const colours = ['#3f7fdb', '#c98a1b', '#3a9a5b', '#a45bb8', '#c2504a'];
const axis = { stroke: 'var(--portal-quiet)', fontSize: 13 };
const tip = {
  contentStyle: {
    background: 'var(--portal-surface)',
    borderColor: 'var(--portal-line)',
    color: 'var(--portal-text)',
    borderRadius: 6,
  },
  cursor: { fill: 'var(--portal-line)', opacity: 0.5 },
};
const short = (date: string) => `${Number(date.slice(5, 7))}-${Number(date.slice(8))}`;

/** Applications received per day and due per day; each chart with its numbers as a table. */
export function BoardCharts({ inflow, deadlines }: Props) {
  const t = useLabels(office);
  const deadlineLabel = useDeadlineLabel();
  const today = localDateOf(useNow());
  const names = [...new Set(deadlines.flatMap(({ name }) => name ?? []))];
  const coming = Array.from({ length: 14 }, (_, ahead) => addDays(today, ahead)).map((date) => ({
    date,
    ...Object.fromEntries(
      names.map((name) => [name, deadlines.find((one) => one.date === date && one.name === name)?.count ?? 0]),
    ),
  }));
  return (
    <div className="boardCharts">
      <Panel title={t('inflow')}>
        <Bars
          rows={everyDay(inflow)}
          columns={[
            ['first', t('first')],
            ['again', t('again')],
          ]}
          none={inflow.length === 0 ? t('noInflow') : null}
          name={t('inflowMore')}
        />
      </Panel>
      <Panel title={t('coming')}>
        <Bars
          rows={coming}
          columns={names.map((name) => [name, deadlineLabel(name)] as const)}
          none={deadlines.length === 0 ? t('noComing') : null}
          name={t('coming')}
        />
      </Panel>
    </div>
  );
}

interface BarsProps {
  readonly rows: readonly ({ readonly date: string } & Readonly<Record<string, string | number>>)[];
  readonly columns: readonly (readonly [key: string, label: string])[];
  readonly none: string | null;
  readonly name: string;
}

function Bars({ rows, columns, none, name }: BarsProps) {
  if (none !== null) return <p className="quiet boardNone">{none}</p>;
  return (
    <figure className="boardChart">
      <div aria-hidden inert>
        <ResponsiveContainer width="100%" height={260}>
          <BarChart data={[...rows]} margin={{ top: 8, right: 8, bottom: 0, left: -20 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--portal-line)" />
            <XAxis dataKey="date" tickFormatter={short} tick={{ fill: 'var(--portal-quiet)' }} {...axis} />
            <YAxis allowDecimals={false} tick={{ fill: 'var(--portal-quiet)' }} {...axis} />
            <Tooltip {...tip} />
            <Legend formatter={(labels) => <span style={{ color: 'var(--portal-text)' }}>{labels}</span>} />
            {columns.map(([key, labels], index) => (
              <Bar
                key={key}
                dataKey={key}
                name={labels}
                stackId="all"
                fill={colours[index % colours.length] ?? '#3f7fdb'}
                isAnimationActive={false}
                maxBarSize={36}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption>
        <ChartTable name={name} rows={rows} columns={columns} />
      </figcaption>
    </figure>
  );
}

/** Every day from the first to the last: a day without applications is a gap, not left out. */
function everyDay(inflow: Board['inflow']) {
  const [first, last] = [inflow[0]?.date, inflow.at(-1)?.date];
  if (first === undefined || last === undefined) return [];
  const days: { date: string; first: number; again: number }[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    days.push(inflow.find((one) => one.date === date) ?? { date, first: 0, again: 0 });
  }
  return days;
}
