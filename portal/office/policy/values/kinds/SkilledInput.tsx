import { InputNumber, Select } from 'antd';
import { useLabels, useLocalized } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import { RemoveOne } from '../RemoveOne.js';
import type { KindInputProps } from './KindInput.js';
import { numberOf, partOf, textOf } from './partOf.js';

/** For each grade of skilled workers: after how many years its holders may apply, and for which level. */
export function SkilledInput({ name, value, policy, onChange }: KindInputProps) {
  const t = useLabels(office);
  const localize = useLocalized();
  const grades = policy.codes.skillGrades;
  const set = (grade: string, entry: object | null) => {
    const entries = grades.flatMap(({ code }): [string, unknown][] => {
      const present = code === grade ? entry : partOf(value, code);
      return present ? [[code, present]] : [];
    });
    onChange(Object.fromEntries(entries));
  };
  return (
    <div className="policyParts">
      {grades.map((grade) => {
        const own = `${name} ${localize(grade)}`;
        const entry = partOf(value, grade.code);
        const level = textOf(entry, 'level') || (policy.levels.value[0] ?? '');
        const years = numberOf(entry, 'years');
        return (
          <div key={grade.code}>
            <span className="quiet" aria-hidden>
              {localize(grade)}
            </span>
            <InputNumber
              aria-label={`${own} ${t('part_years')}`}
              min={1}
              max={20}
              style={{ width: 80 }}
              value={years}
              onChange={(next) => set(grade.code, next === null ? null : { years: next, level })}
            />
            <Select
              aria-label={`${own} ${t('part_level')}`}
              style={{ width: 140 }}
              disabled={years === null}
              value={years === null ? null : level}
              onChange={(next) => set(grade.code, { years, level: next })}
              options={policy.codes.levels.map((one) => ({ value: one.code, label: localize(one) }))}
            />
            {years === null ? null : <RemoveOne name={own} onRemove={() => set(grade.code, null)} />}
          </div>
        );
      })}
    </div>
  );
}
