import { InputNumber } from 'antd';
import { useLabels } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import type { KindInputProps } from './KindInput.js';
import { numberOf } from './partOf.js';

/** A fraction, 2/3. */
export function FractionInput({ name, value, onChange }: KindInputProps) {
  const t = useLabels(office);
  const part = (key: 'numerator' | 'denominator') => (
    <InputNumber
      aria-label={`${name} ${t(key)}`}
      min={1}
      max={1000}
      style={{ width: 72 }}
      value={numberOf(value, key)}
      onChange={(next) =>
        onChange({ numerator: numberOf(value, 'numerator'), denominator: numberOf(value, 'denominator'), [key]: next })
      }
    />
  );
  return (
    <span className="row" style={{ gap: 6 }}>
      {part('numerator')}
      <span aria-hidden>/</span>
      {part('denominator')}
    </span>
  );
}
