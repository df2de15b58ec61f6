import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { committeeKinds, windowNames } from '../../../../../rules/policy/policy.js';
import { useLabels } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import { blankPart } from '../blankValue.js';
import { FeesInput } from './FeesInput.js';
import type { KindInputProps } from './KindInput.js';
import { entriesOf, newCode, partOf, textOf, textsOf } from './partOf.js';
import { WindowInput } from './WindowInput.js';

/** The committees: for what each is formed, which specialties it judges, and fees and windows of its own. */
export function CommitteesInput({ name, value, policy, onChange }: KindInputProps) {
  const t = useLabels(office);
  const committees = entriesOf(value);
  const judged = committees.flatMap((one) => textsOf(partOf(one, 'specialties')));
  const add = () => {
    const code = newCode(
      'committee',
      committees.map((one) => textOf(one, 'code')),
    );
    // Most notices form a committee for what is left of a series.
    const left = policy.specialties.filter((one) => !judged.includes(one.code));
    const ofSeries = left.filter(({ series }) => series === left[0]?.series).map((one) => one.code);
    onChange([...committees, { code, name: '', kind: 'series', specialties: ofSeries }]);
  };
  return (
    <div className="policyParts policyEntries">
      {committees.map((committee, index) => (
        <Committee
          key={textOf(committee, 'code')}
          name={`${name} ${index + 1}`}
          committee={committee}
          policy={policy}
          onChange={(next) => onChange(committees.with(index, next))}
          onRemove={committees.length > 1 ? () => onChange(committees.toSpliced(index, 1)) : null}
        />
      ))}
      <div>
        <Button size="small" aria-label={t('addOne', { name })} onClick={add}>
          {t('addCommittee')}
        </Button>
      </div>
    </div>
  );
}

interface Props {
  readonly name: string;
  readonly committee: object;
  readonly policy: KindInputProps['policy'];
  readonly onChange: (committee: object) => void;
  readonly onRemove: (() => void) | null;
}

function Committee({ name, committee, policy, onChange, onRemove }: Props) {
  const t = useLabels(office);
  const change = (part: object) => onChange({ ...committee, ...part });
  const { fees, ...withoutFees } = committee as { readonly fees?: unknown };
  const windows = partOf(committee, 'windows');
  return (
    <fieldset className="policyEntry">
      <legend className="visuallyHidden">{name}</legend>
      <Input
        aria-label={`${name} ${t('part_name')}`}
        placeholder={t('part_name')}
        value={textOf(committee, 'name')}
        onChange={({ target }) => change({ name: target.value })}
      />
      <div className="row">
        <Radio.Group
          aria-label={`${name} ${t('part_kind')}`}
          value={textOf(committee, 'kind')}
          onChange={({ target }) => change({ kind: target.value })}
          options={committeeKinds.map((kind) => ({ value: kind, label: t(`part_${kind}`) }))}
        />
        <Select
          mode="multiple"
          aria-label={`${name} ${t('specialties')}`}
          placeholder={t('specialties')}
          style={{ minWidth: 220, flex: 1 }}
          value={[...textsOf(partOf(committee, 'specialties'))]}
          onChange={(specialties) => change({ specialties })}
          options={policy.specialties.map((one) => ({ value: one.code, label: one.name }))}
          optionFilterProp="label"
        />
      </div>
      <div className="row">
        <Checkbox
          aria-label={`${name} ${t('ownFees')}`}
          checked={fees !== undefined}
          onChange={({ target }) => onChange(target.checked ? { ...committee, fees: policy.fees.value } : withoutFees)}
        >
          {t('ownFees')}
        </Checkbox>
        {windowNames.map((window) => {
          const own = `${name} ${t('ownWindow', { window: t(`part_${window}`) })}`;
          const present = partOf(windows, window);
          const others = Object.entries(windows ?? {}).filter(([one]) => one !== window);
          const set = (next: unknown) => {
            const { windows: _, ...rest } = committee as { readonly windows?: unknown };
            const all = Object.fromEntries(next === undefined ? others : [...others, [window, next]]);
            onChange(Object.keys(all).length === 0 ? rest : { ...rest, windows: all });
          };
          return (
            <div key={window} className="row">
              <Checkbox
                aria-label={own}
                checked={present !== undefined}
                onChange={({ target }) => set(target.checked ? blankPart(window, policy) : undefined)}
              >
                {t('ownWindow', { window: t(`part_${window}`) })}
              </Checkbox>
              {present === undefined ? null : <WindowInput name={own} value={present} onChange={set} />}
            </div>
          );
        })}
        {onRemove === null ? null : (
          <Button size="small" danger aria-label={t('removeOne', { name })} onClick={onRemove}>
            {t('remove')}
          </Button>
        )}
      </div>
      {fees === undefined ? null : (
        <FeesInput name={name} value={fees} policy={policy} onChange={(next) => change({ fees: next })} />
      )}
    </fieldset>
  );
}
