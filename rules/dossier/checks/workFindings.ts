import { addDays, type LocalDate } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier } from '../dossier.js';
import { type Finding, findingOf } from './finding.js';

/** A gap of at most this many days is a change of employers. */
const longestChange = 92;

interface Period {
  readonly index: number;
  readonly from: LocalDate;
  /** The last day; without an end, the day of the check. */
  readonly to: LocalDate;
}

/** Periods of the work history that overlap or leave a gap, and those before work began. Ends given as months may touch. */
export function workFindings(dossier: Dossier, on: LocalDate, policy: Pick<Policy, 'clauses'>): readonly Finding[] {
  const { workHistory, basicInformation } = dossier;
  const periods = (workHistory?.entries ?? [])
    .flatMap(({ from, to }, index): readonly Period[] =>
      from === undefined || to === undefined ? [] : [{ index, from, to: to ?? on }],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const place = (index: number, field: 'from' | 'to') =>
    ({ section: 'workHistory', field: `entries.${index}.${field}` }) as const;
  const [first] = periods;
  const began = basicInformation?.startedWorkOn;
  const early = began !== undefined && first !== undefined && first.from < began ? [first.index] : [];
  return [
    ...early.map((index) =>
      findingOf(
        'worked_before_beginning',
        place(index, 'from'),
        {
          zh: '早于基本信息中的参加工作时间，请核对。',
          en: 'Earlier than the beginning of work in the basic information; please check.',
        },
        policy,
      ),
    ),
    ...periods.flatMap((period, at) => {
      const before = periods.slice(0, at);
      const latest = before.reduce<Period | null>(
        (last, one) => (last === null || one.to > last.to ? one : last),
        null,
      );
      if (latest === null) return [];
      if (period.from < latest.to)
        return [
          findingOf(
            'work_overlap',
            place(period.index, 'from'),
            {
              zh: `与第${latest.index + 1}条的时间重叠，请核对；兼职的请在工作内容中说明。`,
              en: `Overlaps entry ${latest.index + 1}; please check, and say so where it is a second post.`,
            },
            policy,
          ),
        ];
      return period.from > addDays(latest.to, longestChange)
        ? [
            findingOf(
              'work_gap',
              place(period.index, 'from'),
              {
                zh: `与第${latest.index + 1}条之间有超过三个月的空档，请核对或补充。`,
                en: `More than three months after entry ${latest.index + 1}; please check or complete.`,
              },
              policy,
            ),
          ]
        : [];
    }),
  ];
}
