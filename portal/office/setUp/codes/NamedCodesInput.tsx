import { Button, Input, Select } from 'antd';
import { documentKinds } from '../../../../rules/dossier/dossier.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels } from '../../../labels/labelArea.js';
import { entriesOf, newCode, textOf } from '../../policy/values/kinds/partOf.js';
import { RemoveOne } from '../../policy/values/RemoveOne.js';

interface Props {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Names of a closed list of the notice: ranks of units, grades of skill, grounds of exemption with their proof. */
export function NamedCodesInput({ name, path, value, onChange }: Props) {
  const t = useLabels(setUp);
  const documents = useDocumentLabels();
  const entries = entriesOf(value);
  const withProof = path.endsWith('exemptionGrounds');
  const prefix = path.slice('codes.'.length, -1).toLowerCase();
  return (
    <div className="policyParts">
      {entries.map((entry, index) => {
        const own = `${name} ${index + 1}`;
        const change = (part: object) => onChange(entries.with(index, { ...entry, ...part }));
        return (
          <div key={textOf(entry, 'code')}>
            <Input
              aria-label={own}
              style={{ width: 'min(300px, 100%)' }}
              maxLength={50}
              value={textOf(entry, 'zh')}
              onChange={({ target }) => change({ zh: target.value, en: target.value })}
            />
            {withProof ? (
              <Select
                aria-label={`${own} ${t('proof')}`}
                style={{ width: 220 }}
                value={textOf(entry, 'proof')}
                onChange={(proof) => change({ proof })}
                options={documentKinds.map((kind) => ({ value: kind, label: documents[kind] }))}
                showSearch
                optionFilterProp="label"
              />
            ) : null}
            <RemoveOne name={own} onRemove={() => onChange(entries.toSpliced(index, 1))} />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={`${t('addEntry')} ${name}`}
          onClick={() => {
            const code = newCode(
              prefix,
              entries.map((one) => textOf(one, 'code')),
            );
            const proof = withProof ? { proof: 'defense_exemption_proof' } : {};
            onChange([...entries, { code, zh: '', en: '', ...proof }]);
          }}
        >
          {t('addEntry')}
        </Button>
      </div>
    </div>
  );
}
