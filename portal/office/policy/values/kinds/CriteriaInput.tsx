import { Button, Input, InputNumber } from 'antd';
import { useLabels } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import { RemoveOne } from '../RemoveOne.js';
import type { KindInputProps } from './KindInput.js';
import { entriesOf, newCode, numberOf, textOf } from './partOf.js';

/** The criteria of a defense with their weights. */
export function CriteriaInput({ name, value, onChange }: KindInputProps) {
  const t = useLabels(office);
  const criteria = entriesOf(value);
  const total = criteria.reduce((sum, one) => sum + (numberOf(one, 'weight') ?? 0), 0);
  return (
    <div className="policyParts">
      {criteria.map((criterion, index) => {
        const own = `${name} ${index + 1}`;
        const change = (part: object) => onChange(criteria.with(index, { ...criterion, ...part }));
        return (
          <div key={textOf(criterion, 'code')}>
            <Input
              aria-label={`${own} ${t('part_name')}`}
              style={{ width: 200 }}
              value={textOf(criterion, 'name')}
              onChange={({ target }) => change({ name: target.value })}
            />
            <InputNumber
              aria-label={`${own} ${t('part_weight')}`}
              min={1}
              max={100}
              suffix="%"
              style={{ width: 100 }}
              value={numberOf(criterion, 'weight')}
              onChange={(weight) => change({ weight })}
            />
            <RemoveOne name={own} onRemove={() => onChange(criteria.toSpliced(index, 1))} />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={t('addOne', { name })}
          onClick={() => {
            const code = newCode(
              'criterion',
              criteria.map((one) => textOf(one, 'code')),
            );
            onChange([...criteria, { code, name: '', weight: Math.max(1, 100 - total) }]);
          }}
        >
          {t('addEntry')}
        </Button>
        <span className="quiet numbers">{total}%</span>
      </div>
    </div>
  );
}
