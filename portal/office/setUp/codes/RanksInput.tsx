import { Button, Select } from 'antd';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { RemoveOne } from '../../policy/values/RemoveOne.js';
import type { TrackPart } from './TrackFields.js';

/** The ranks of unit whose people may apply for some levels on a track. */
export function RanksInput({ name, track, policy, onChange }: TrackPart) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  const { levels, employerRanks: known } = policy.codes;
  const { employerRanks = [], ...rest } = track;
  if (known.length === 0 && employerRanks.length === 0) return null;
  const put = (next: typeof employerRanks) => onChange(next.length === 0 ? rest : { ...rest, employerRanks: next });
  return (
    <div className="policyParts">
      {[...employerRanks.entries()].map(([index, one]) => {
        const own = `${name} ${t('ranks')} ${index + 1}`;
        return (
          <div key={index}>
            {(['levels', 'ranks'] as const).map((part) => (
              <Select
                key={part}
                mode="multiple"
                aria-label={`${own} ${t(part === 'levels' ? 'trackLevels' : 'ranks')}`}
                style={{ minWidth: 200, flex: 1 }}
                value={[...one[part]]}
                onChange={(chosen) => put(employerRanks.with(index, { ...one, [part]: chosen }))}
                options={(part === 'levels' ? levels : known).map((entry) => ({
                  value: entry.code,
                  label: localize(entry),
                }))}
              />
            ))}
            <RemoveOne name={own} onRemove={() => put(employerRanks.toSpliced(index, 1))} />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={`${t('addRanks')} ${name}`}
          onClick={() => put([...employerRanks, { levels: [], ranks: [] }])}
        >
          {t('addRanks')}
        </Button>
      </div>
    </div>
  );
}
