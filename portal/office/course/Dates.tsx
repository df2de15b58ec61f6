import { Tag } from 'antd';
import { Instant } from '../../pieces/deadline/Instant.js';
import { Panel } from '../../pieces/Panel.js';
import { useSay, useWords } from '../../words/area.js';
import { course as area } from '../../words/course.js';
import type { Course } from './courseQueries.js';

/** The dates of a campaign with their clauses, and which have passed. */
export function Dates({ course }: { readonly course: Course }) {
  const t = useWords(area);
  const say = useSay();
  return (
    <Panel title={t('dates')}>
      <ul className="courseDates">
        {course.dates.map(({ date, words, at, clause, passed }) => (
          <li key={date}>
            <strong>{say(words)}</strong>
            <Instant at={at} />
            <Tag color={passed ? 'default' : 'processing'}>{t(passed ? 'passed' : 'coming')}</Tag>
            {clause === null ? null : (
              <span className="quiet" lang="zh-CN">
                {clause}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
