import { InputNumber, Radio } from 'antd';
import { dayCounts } from '../../../../../rules/policy/policy.js';
import { useValueLabels } from '../useValueLabels.js';
import type { KindInputProps } from './KindInput.js';
import { numberOf, textOf } from './partOf.js';

/** A number of days, and how they are counted. */
export function PeriodInput({ name, value, onChange }: KindInputProps) {
  const { localizedName } = useValueLabels();
  const present = { days: numberOf(value, 'days'), count: textOf(value, 'count') || 'working' };
  return (
    <span className="row">
      <InputNumber
        aria-label={name}
        min={1}
        max={366}
        style={{ width: 88 }}
        value={present.days}
        onChange={(days) => onChange({ ...present, days })}
      />
      <Radio.Group
        aria-label={`${name} ${localizedName('days')}`}
        value={present.count}
        onChange={({ target }) => onChange({ ...present, count: target.value })}
        options={dayCounts.map((count) => ({ value: count, label: localizedName(count) }))}
      />
    </span>
  );
}
