import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { identityReaders } from '../../../../rules/access/identityReaders.js';
import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { common } from '../../../labels/common.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { AbsentPart } from './AbsentPart.js';
import { blankPart } from './blankValue.js';
import { FeesInput } from './kinds/FeesInput.js';
import { MomentInput } from './MomentInput.js';
import { absentWindows, isRemovable, without } from './partsOfValue.js';
import { useValueLabels } from './useValueLabels.js';

interface Props {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  /** For what a part begins with that is added. */
  readonly policy: Policy;
  readonly onChange: (value: unknown) => void;
}
const moment = /^\d{4}-\d{2}-\d{2}T/;
const isRow = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number');

/** The control or controls of a policy value, by its shape; bounds and units come from the table of values. */
export function ValueInput({ name, path, value, policy, onChange }: Props) {
  const labels = useLabels(common);
  const t = useLabels(office);
  const { localizedName } = useValueLabels();
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
  if (isRow(value))
    return <RowInput name={name} numeric={field?.kind === 'numbers'} value={value} onChange={onChange} />;
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
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
      {[...Object.entries(value), ...absentWindows(value)].map(([key, inner]) => {
        const change = (next: unknown) => onChange(isList ? value.with(Number(key), next) : { ...value, [key]: next });
        const own = `${name} ${part(key)}`;
        return (
          <div key={key}>
            <span className="quiet" aria-hidden>
              {part(key)}
            </span>
            {inner === null ? (
              <AbsentPart name={own} blank={blankPart(key, policy)} onAdd={change} />
            ) : (
              <PartInput
                part={key}
                name={own}
                path={key === 'fees' ? key : path}
                value={inner}
                policy={policy}
                onChange={change}
              />
            )}
            {isRemovable(key, inner, value) ? (
              <Button
                size="small"
                danger
                aria-label={t('removeOne', { name: own })}
                onClick={() => onChange(without(value, key))}
              >
                {t('remove')}
              </Button>
            ) : null}
          </div>
        );
      })}
      {isList && value.length > 0 ? (
        <Button size="small" onClick={() => onChange([...value, value.at(-1)])}>
          {t('addEntry')}
        </Button>
      ) : null}
    </div>
  );
}

/** A part of a value: what names codes of the policy is chosen from these. */
function PartInput({ part, ...props }: Props & { readonly part: string }) {
  const localize = useLocalized();
  const { name, value, policy, onChange } = props;
  const { levels, tracks } = policy.codes;
  const optionsOf = (entries: typeof levels | typeof tracks) =>
    entries.map((one) => ({ value: one.code, label: localize(one) }));
  if (part === 'fees') return <FeesInput {...props} />;
  if (part === 'level')
    return (
      <Select
        aria-label={name}
        style={{ width: 140 }}
        value={String(value)}
        onChange={onChange}
        options={optionsOf(levels)}
      />
    );
  if (Array.isArray(value) && (part === 'levels' || part === 'tracks'))
    return (
      <Checkbox.Group
        aria-label={name}
        value={value}
        onChange={onChange}
        options={optionsOf(part === 'levels' ? levels : tracks)}
      />
    );
  return <ValueInput {...props} />;
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
