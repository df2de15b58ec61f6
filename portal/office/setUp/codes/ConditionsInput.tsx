import { Button, Input, InputNumber, Select } from 'antd';
import type { Condition } from '../../../../rules/campaign/codes.js';
import { codesOf } from '../../../../rules/codesOf.js';
import { degreeLevels } from '../../../../rules/dossier/choices.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { RemoveOne } from '../../policy/values/RemoveOne.js';
import type { TrackPart } from './TrackFields.js';

const any = '';

/** The conditions of a track, a row for each way to a level. */
export function ConditionsInput({ name, track, policy, onChange }: TrackPart) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  const levels = policy.codes.levels.map((one) => ({ value: one.code, label: localize(one) }));
  const { conditions } = track;
  const put = (next: readonly Condition[]) => onChange({ ...track, conditions: next });
  return (
    <div className="policyParts">
      <span className="quiet">{t('conditions')}</span>
      {[...conditions.entries()].map(([index, one]) => {
        const own = `${name} ${t('conditions')} ${index + 1}`;
        const change = (part: Partial<Condition>) => put(conditions.with(index, { ...one, ...part }));
        return (
          <div key={index}>
            <Select
              mode="multiple"
              aria-label={`${own} ${t('trackLevels')}`}
              style={{ minWidth: 130 }}
              value={[...one.levels]}
              onChange={(next) => change({ levels: next })}
              options={levels}
            />
            <Select
              aria-label={`${own} ${t('degree')}`}
              style={{ width: 130 }}
              value={one.degree ?? any}
              onChange={(degree) => change({ degree: degree === any ? null : (degree as Condition['degree']) })}
              options={[
                { value: any, label: `${t('degree')}：${t('any')}` },
                ...codesOf(degreeLevels).map((code) => ({ value: code, label: localize(degreeLevels[code]) })),
              ]}
            />
            <Select
              aria-label={`${own} ${t('holds')}`}
              style={{ width: 150 }}
              value={one.holds ?? any}
              onChange={(holds) => change({ holds: holds === any ? null : holds })}
              options={[{ value: any, label: `${t('holds')}：${t('any')}` }, ...levels]}
            />
            <InputNumber
              aria-label={`${own} ${t('years')}`}
              prefix={t('years')}
              min={0}
              max={50}
              style={{ width: 110 }}
              value={one.years}
              onChange={(years) => change({ years: years ?? 0 })}
            />
            {(['obtainedBefore', 'obtainedFrom'] as const).map((bound) => (
              <Input
                key={bound}
                type="date"
                aria-label={`${own} ${t(bound === 'obtainedBefore' ? 'before' : 'since')}`}
                title={t(bound === 'obtainedBefore' ? 'before' : 'since')}
                style={{ width: 150 }}
                value={one[bound] ?? ''}
                onChange={({ target }) => change({ [bound]: target.value === '' ? null : target.value })}
              />
            ))}
            <RemoveOne name={own} onRemove={() => put(conditions.toSpliced(index, 1))} />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={`${t('addCondition')} ${name}`}
          onClick={() =>
            put([
              ...conditions,
              { levels: [], degree: null, holds: null, years: 0, obtainedBefore: null, obtainedFrom: null },
            ])
          }
        >
          {t('addCondition')}
        </Button>
      </div>
    </div>
  );
}
