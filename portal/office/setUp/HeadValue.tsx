import { Input, InputNumber, Select } from 'antd';
import { memo } from 'react';
import { regionCodes } from '../../../rules/calendar/overlays/regions.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { EmployerKindsInput } from './codes/EmployerKindsInput.js';
import { LevelsInput } from './codes/LevelsInput.js';
import { NamedCodesInput } from './codes/NamedCodesInput.js';
import { SpecialtiesInput } from './codes/SpecialtiesInput.js';
import { TracksInput } from './codes/TracksInput.js';
import type { Draft } from './draftQueries.js';
import { Remarks } from './Remarks.js';
import type { EditedDraft } from './useDraft.js';

interface Props {
  readonly path: string;
  readonly value: unknown;
  readonly policy: Policy;
  readonly draft: Draft;
  /** Whether the id can be chosen: a campaign that exists keeps its own. */
  readonly isNew: boolean;
  readonly set: EditedDraft['set'];
}

/** A part of a draft that is no value with a clause: the title, the year, the specialties. */
export const HeadValue = memo(function HeadValue({ path, value, policy, draft, isNew, set }: Props) {
  const t = useLabels(setUp);
  if (path === 'id' && !isNew) return null;
  const name = t(`head_${path}` as Parameters<typeof t>[0]);
  const text = typeof value === 'string' ? value : '';
  return (
    <li id={`draft-${path}`} className="draftValue" aria-describedby={`remarks-${path}`}>
      <div className="policyName">{name}</div>
      <div className="stack" style={{ gap: 8, minWidth: 0 }}>
        <Control {...{ path, name, value, text, policy, set }} />
        <Remarks draft={draft} path={path} id={`remarks-${path}`} />
      </div>
    </li>
  );
});

interface ControlProps extends Pick<Props, 'path' | 'value' | 'policy' | 'set'> {
  readonly name: string;
  readonly text: string;
}

function Control({ path, name, value, text, policy, set }: ControlProps) {
  const labels = useLabels(office);
  const put = (next: unknown) => set({ [path]: next === '' || next === null ? undefined : next });
  switch (path) {
    case 'year':
      return (
        <InputNumber
          aria-label={name}
          min={1990}
          max={2100}
          style={{ width: 120 }}
          value={typeof value === 'number' ? value : null}
          onChange={put}
        />
      );
    case 'announcedOn':
      return (
        <Input
          type="date"
          aria-label={name}
          style={{ width: 170 }}
          value={text}
          onChange={({ target }) => put(target.value)}
        />
      );
    case 'region':
      return (
        <Select
          aria-label={name}
          style={{ width: 'min(320px, 100%)' }}
          value={text || null}
          onChange={put}
          options={regionCodes.map((code) => ({ value: code, label: labels(`region_${code}`) }))}
        />
      );
    case 'specialties':
      return <SpecialtiesInput name={name} value={value} onChange={put} />;
    case 'codes.levels':
      return <LevelsInput name={name} value={value} offered={policy.levels} set={set} />;
    case 'codes.tracks':
      return <TracksInput name={name} value={value} policy={policy} onChange={put} />;
    case 'codes.employerKinds':
      return <EmployerKindsInput name={name} value={value} onChange={put} />;
    case 'codes.employerRanks':
    case 'codes.skillGrades':
    case 'codes.exemptionGrounds':
      return <NamedCodesInput name={name} value={value} path={path} onChange={put} />;
    default:
      return (
        <Input
          aria-label={name}
          maxLength={path === 'id' ? 64 : 200}
          value={text}
          onChange={({ target }) => put(target.value)}
        />
      );
  }
}
