import { InputNumber } from 'antd';
import { labelOfCode } from '../../../../../rules/campaign/codes.js';
import { useLabels, useLocalized } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import type { KindInputProps } from './KindInput.js';
import { numberOf } from './partOf.js';

/** A fee for each level that is offered, in yuan. */
export function FeesInput({ name, value, policy, onChange }: Omit<KindInputProps, 'path'>) {
  const t = useLabels(office);
  const localize = useLocalized();
  const levels = policy.levels.value;
  const kept = levels.flatMap((level) => {
    const fen = numberOf(value, level);
    return fen === null ? [] : [[level, fen] as const];
  });
  return (
    <div className="row">
      {levels.map((level) => {
        const label = localize(labelOfCode(policy.codes.levels, level));
        const fen = numberOf(value, level);
        return (
          <InputNumber
            key={level}
            aria-label={`${name} ${label}`}
            min={0}
            prefix={label}
            suffix={t('yuan')}
            style={{ width: 200 }}
            value={fen === null ? null : fen / 100}
            onChange={(yuan) =>
              onChange({
                ...Object.fromEntries(kept),
                ...(yuan === null ? {} : { [level]: Math.round(Number(yuan) * 100) }),
              })
            }
          />
        );
      })}
    </div>
  );
}
