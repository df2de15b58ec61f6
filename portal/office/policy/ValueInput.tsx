import { Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { MomentInput } from './MomentInput.js';
import { useValueLabels } from './useValueLabels.js';

interface Props {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}
const moment = /^\d{4}-\d{2}-\d{2}T/;
const isRow = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

/** The control or controls of a policy value, by its shape. */
export function ValueInput({ name, path, value, onChange }: Props) {
  const labels = useLabels(common);
  const t = useLabels(office);
  const { localizedName } = useValueLabels();
  if (typeof value === 'boolean') {
    return (
      <Radio.Group
        aria-label={name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={[
          { value: true, label: labels('yes') },
          { value: false, label: labels('no') },
        ]}
      />
    );
  }
  if (typeof value === 'number') {
    const unit = path === 'fees' ? 100 : 1;
    return (
      <InputNumber
        aria-label={name}
        min={0}
        value={value / unit}
        onChange={(next) => onChange(Math.round(Number(next ?? 0) * unit))}
        {...(path === 'fees' ? { suffix: t('yuan') } : {})}
      />
    );
  }
  if (typeof value === 'string') {
    return moment.test(value) ? (
      <MomentInput name={name} value={value} onChange={onChange} />
    ) : (
      <Input aria-label={name} value={value} onChange={({ target }) => onChange(target.value)} />
    );
  }
  if (isRow(value)) return <RowInput name={name} value={value} onChange={onChange} />;
  if (typeof value !== 'object' || value === null) return null;
  const part = (key: string) =>
    key === 'opens'
      ? t('from')
      : key === 'due'
        ? t('until')
        : /^\d+$/.test(key)
          ? String(Number(key) + 1)
          : localizedName(key);
  return (
    <div className="policyParts">
      {Object.entries(value).map(([key, inner]) => (
        <div key={key}>
          <span className="quiet" aria-hidden>
            {part(key)}
          </span>
          <ValueInput
            name={`${name} ${part(key)}`}
            path={key === 'fees' ? key : path}
            value={inner}
            onChange={(next) =>
              onChange(Array.isArray(value) ? value.with(Number(key), next) : { ...value, [key]: next })
            }
          />
        </div>
      ))}
    </div>
  );
}

function RowInput({
  name,
  value,
  onChange,
}: Pick<Props, 'name' | 'onChange'> & { readonly value: readonly (string | number)[] }) {
  const t = useLabels(office);
  const [text, setText] = useState(value.join(', '));
  const numeric = value.every((one) => typeof one === 'number') && value.length > 0;
  return (
    <>
      <Input
        aria-label={name}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const parts = target.value.split(/[,，、\s]+/).filter((part) => part !== '');
          onChange(numeric ? parts.map(Number) : parts);
        }}
      />
      <span className="quiet">{t('manyCommas')}</span>
    </>
  );
}
