import { Select } from 'antd';
import type { KindInputProps } from './KindInput.js';
import { partOf, textOf, textsOf } from './partOf.js';

const everyGrade = ['三级乙等', '三级甲等', '二级乙等', '二级甲等', '一级乙等', '一级甲等'];

/** The lowest grade of Mandarin that is accepted. */
export function MandarinInput({ name, value, onChange }: KindInputProps) {
  const known = textsOf(partOf(value, 'grades'));
  const grades = known.length > 0 ? known : everyGrade;
  return (
    <Select
      aria-label={name}
      style={{ width: 160 }}
      value={textOf(value, 'minimum') || null}
      onChange={(minimum) => onChange({ minimum, grades })}
      options={grades.map((grade) => ({ value: grade, label: grade }))}
    />
  );
}
