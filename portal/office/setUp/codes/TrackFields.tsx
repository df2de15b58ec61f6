import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type OmissibleStage, omissibleStages, type TrackLaw } from '../../../../rules/campaign/codes.js';
import { codesOf } from '../../../../rules/codesOf.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { ConditionsInput } from './ConditionsInput.js';
import { EvidenceInput } from './EvidenceInput.js';
import { RanksInput } from './RanksInput.js';

export interface TrackPart {
  readonly name: string;
  readonly track: TrackLaw;
  readonly policy: Policy;
  readonly onChange: (track: TrackLaw) => void;
}

/** One track: who may take it, what it leaves out, what it asks for. */
export function TrackFields({ onRemove, ...part }: TrackPart & { readonly onRemove: () => void }) {
  const { name, track, policy, onChange } = part;
  const t = useLabels(setUp);
  const localize = useLocalized();
  const { codes } = policy;
  const text = (key: 'zh' | 'clause', label: string, width: number) => (
    <Input
      aria-label={`${name} ${label}`}
      placeholder={label}
      style={{ width }}
      maxLength={key === 'zh' ? 50 : 200}
      value={track[key]}
      onChange={({ target }) =>
        onChange(
          key === 'zh'
            ? { ...track, zh: target.value, fullZh: track.fullZh === track.zh ? target.value : track.fullZh }
            : { ...track, clause: target.value },
        )
      }
    />
  );
  const chosen = (
    label: string,
    entries: readonly { readonly code: string; readonly zh: string; readonly en: string }[],
    value: readonly string[],
    put: (next: string[]) => void,
  ) => (
    <Select
      mode="multiple"
      aria-label={`${name} ${label}`}
      placeholder={`${label}：${t('any')}`}
      style={{ minWidth: 200, flex: 1 }}
      value={[...value]}
      onChange={put}
      options={entries.map((one) => ({ value: one.code, label: localize(one) }))}
      optionFilterProp="label"
    />
  );
  const orNull = (list: string[]) => (list.length === 0 ? null : list);
  const stages = codesOf(omissibleStages).map((code) => ({ code, ...omissibleStages[code] }));
  return (
    <fieldset className="policyEntry stack" style={{ gap: 8 }}>
      <legend className="visuallyHidden">{name}</legend>
      <div className="row">
        {text('zh', t('trackName'), 180)}
        {text('clause', t('trackClause'), 180)}
        <Button size="small" danger aria-label={t('removeOne', { name: track.zh || name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      <div className="row">
        {chosen(t('trackLevels'), codes.levels, track.levels ?? [], (levels) =>
          onChange({ ...track, levels: orNull(levels) }),
        )}
        {chosen(t('trackEmployers'), codes.employerKinds, track.employerKinds ?? [], (employerKinds) =>
          onChange({ ...track, employerKinds: orNull(employerKinds) }),
        )}
        {chosen(t('trackOmits'), stages, track.omits, (omits) =>
          onChange({ ...track, omits: omits as OmissibleStage[] }),
        )}
      </div>
      <div className="row">
        <Checkbox
          checked={track.bySkillCertificate}
          onChange={({ target }) => onChange({ ...track, bySkillCertificate: target.checked })}
        >
          {t('bySkill')}
        </Checkbox>
        <Checkbox
          checked={track.entrusted ?? false}
          onChange={({ target }) => {
            const { entrusted: _, ...rest } = track;
            onChange(target.checked ? { ...rest, entrusted: true } : rest);
          }}
        >
          {t('entrusted')}
        </Checkbox>
        <InputNumber
          aria-label={`${name} ${t('grassroots')}`}
          prefix={t('grassroots')}
          min={1}
          max={50}
          style={{ width: 190 }}
          value={track.grassrootsYears ?? null}
          onChange={(years) => {
            const { grassrootsYears: _, ...rest } = track;
            onChange(years === null ? rest : { ...rest, grassrootsYears: years });
          }}
        />
      </div>
      <EvidenceInput {...part} />
      <RanksInput {...part} />
      <ConditionsInput {...part} />
    </fieldset>
  );
}
