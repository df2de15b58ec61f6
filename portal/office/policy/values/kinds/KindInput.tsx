import { Checkbox } from 'antd';
import { fieldsByPath } from '../../../../../rules/policy/fieldsByPath.js';
import type { Policy } from '../../../../../rules/policy/policy.js';
import { useLocalized } from '../../../../labels/labelArea.js';
import { ValueInput } from '../ValueInput.js';
import { CommitteesInput } from './CommitteesInput.js';
import { CriteriaInput } from './CriteriaInput.js';
import { FeesInput } from './FeesInput.js';
import { FractionInput } from './FractionInput.js';
import { MandarinInput } from './MandarinInput.js';
import { PeriodInput } from './PeriodInput.js';
import { SkilledInput } from './SkilledInput.js';
import { WindowInput } from './WindowInput.js';
import { WordsInput } from './WordsInput.js';

export interface KindInputProps {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  /** Whose codes the value names. */
  readonly policy: Policy;
  readonly onChange: (value: unknown) => void;
}

/** The control of a policy value, by its kind; kinds without one of their own are edited part by part. */
export function KindInput(props: KindInputProps) {
  const { name, path, value, policy, onChange } = props;
  const localize = useLocalized();
  const boxes = (entries: readonly { readonly code: string; readonly zh: string; readonly en: string }[]) => (
    <Checkbox.Group
      aria-label={name}
      value={Array.isArray(value) ? value : []}
      onChange={(chosen) => onChange(entries.map(({ code }) => code).filter((code) => chosen.includes(code)))}
      options={entries.map((entry) => ({ value: entry.code, label: localize(entry) }))}
    />
  );
  switch (fieldsByPath[path]?.kind) {
    case 'levels':
      return boxes(policy.codes.levels);
    case 'employers':
      return boxes(policy.codes.employerKinds);
    case 'fees':
      return <FeesInput {...props} />;
    case 'fraction':
      return <FractionInput {...props} />;
    case 'period':
      return <PeriodInput {...props} />;
    case 'mandarin':
      return <MandarinInput {...props} />;
    case 'skilled':
      return <SkilledInput {...props} />;
    case 'criteria':
      return <CriteriaInput {...props} />;
    case 'committees':
      return <CommitteesInput {...props} />;
    case 'words':
      return <WordsInput {...props} />;
    case 'window':
      return <WindowInput {...props} />;
    default:
      return <ValueInput {...props} />;
  }
}
