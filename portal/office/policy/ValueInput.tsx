import { Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { office } from '../../words/office.js';
import { MomentInput } from './MomentInput.js';
import { useValueWords } from './useValueWords.js';

interface Props {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}
const moment = /^\d{4}-\d{2}-\d{2}T/;
const isRow = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

/** A field, or several, for a value of a policy, by the shape it has. */
export function ValueInput({ name, path, value, onChange }: Props) {
  const words = useWords(common);
  const t = useWords(office);
  const { sayName } = useValueWords();
  if (typeof value === 'boolean') {
    return (
      <Radio.Group
        aria-label={name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={[
          { value: true, label: words('yes') },
          { value: false, label: words('no') },
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
          : sayName(key);
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
  const t = useWords(office);
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
