import { InputNumber, Select } from 'antd';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';

interface HoursOfYear {
  readonly year: number;
  readonly hours: number;
}
interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly years: { readonly value: number; readonly label: string }[];
  readonly onChange: (value: readonly HoursOfYear[]) => void;
}

/** Hours of continuing education: the years, and a number for each. */
export function HoursByYear({ id, value, years, onChange }: Props) {
  const t = useLabels(applicant);
  const rows = Array.isArray(value) ? (value as readonly HoursOfYear[]) : [];
  const hoursOf = (year: number) => rows.find((one) => one.year === year)?.hours ?? 0;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Select
        id={id}
        mode="multiple"
        className="fieldMedium"
        placeholder={t('choose')}
        value={rows.map(({ year }) => year)}
        onChange={(chosen: number[]) =>
          onChange(chosen.toSorted((a, b) => a - b).map((year) => ({ year, hours: hoursOf(year) })))
        }
        options={years}
      />
      {rows.map(({ year, hours }) => (
        <InputNumber
          key={year}
          aria-label={t('hoursOf', { year })}
          addonBefore={year}
          className="fieldMedium"
          min={0}
          max={5000}
          precision={0}
          value={hours}
          onChange={(next) => onChange(rows.map((one) => (one.year === year ? { year, hours: next ?? 0 } : one)))}
        />
      ))}
    </div>
  );
}
