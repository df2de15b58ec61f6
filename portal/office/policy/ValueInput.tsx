import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { identityReaders } from '../../../rules/access/identityReaders.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { campaignsQuery } from '../../api/campaigns.js';
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

/** The control or controls of a policy value, by its shape; bounds and units come from the table of values. */
export function ValueInput({ name, path, value, onChange }: Props) {
  const labels = useLabels(common);
  const t = useLabels(office);
  const { localizedName } = useValueLabels();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const employerKinds = [...new Set(campaigns.flatMap(({ codes }) => codes.employerKinds.map(({ code }) => code)))];
  const field = fieldsByPath[path];
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
    const inFen = field?.kind === 'fees';
    const unit = inFen ? 100 : 1;
    const bounds = field?.kind === 'number' ? { min: field.min, max: field.max } : { min: 0 };
    return (
      <InputNumber
        aria-label={name}
        {...bounds}
        value={value / unit}
        onChange={(next) => onChange(Math.round(Number(next ?? 0) * unit))}
        {...(inFen ? { suffix: t('yuan') } : {})}
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
  if (field?.kind === 'roles')
    return (
      <Checkbox.Group
        aria-label={name}
        value={[...(value as readonly string[])]}
        onChange={onChange}
        options={identityReaders.map((role) => ({ value: role, label: localizedName(role) }))}
      />
    );
  if (field?.kind === 'employers')
    return (
      <Checkbox.Group
        aria-label={name}
        value={[...(value as readonly string[])]}
        onChange={onChange}
        options={employerKinds.map((kind) => ({ value: kind, label: localizedName(kind) }))}
      />
    );
  if (isRow(value))
    return <RowInput name={name} numeric={field?.kind === 'numbers'} value={value} onChange={onChange} />;
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
  numeric,
  value,
  onChange,
}: Pick<Props, 'name' | 'onChange'> & { readonly numeric: boolean; readonly value: readonly (string | number)[] }) {
  const t = useLabels(office);
  const [text, setText] = useState(value.join(', '));
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
