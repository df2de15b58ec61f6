import { Button, Checkbox, Input } from 'antd';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels } from '../../../labels/labelArea.js';
import { entriesOf, newCode, partOf, textOf } from '../../policy/values/kinds/partOf.js';
import { RemoveOne } from '../../policy/values/RemoveOne.js';

interface Props {
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}
const switches = ['mandarin', 'personalAppraisal', 'firstTimersExempt'] as const;

/** Kinds of employer, with what the notice asks of the people of each. */
export function EmployerKindsInput({ name, value, onChange }: Props) {
  const t = useLabels(setUp);
  const kinds = entriesOf(value);
  return (
    <div className="policyParts policyEntries">
      {kinds.map((kind, index) => {
        const own = `${name} ${index + 1}`;
        const change = (part: object) => onChange(kinds.with(index, { ...kind, ...part }));
        return (
          <div key={textOf(kind, 'code')} className="policyEntry row">
            <Input
              aria-label={own}
              style={{ width: 180 }}
              maxLength={50}
              value={textOf(kind, 'zh')}
              onChange={({ target }) => change({ zh: target.value })}
            />
            {switches.map((one) => (
              <Checkbox
                key={one}
                aria-label={`${own} ${t(one)}`}
                checked={partOf(kind, one) === true}
                onChange={({ target }) => change({ [one]: target.checked })}
              >
                {t(one)}
              </Checkbox>
            ))}
            {kinds.length > 1 ? <RemoveOne name={own} onRemove={() => onChange(kinds.toSpliced(index, 1))} /> : null}
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={`${t('addEntry')} ${name}`}
          onClick={() => {
            const code = newCode(
              'employer',
              kinds.map((one) => textOf(one, 'code')),
            );
            const plain = Object.fromEntries(switches.map((one) => [one, false]));
            onChange([...kinds, { code, zh: '', en: name, ...plain }]);
          }}
        >
          {t('addEntry')}
        </Button>
      </div>
    </div>
  );
}
