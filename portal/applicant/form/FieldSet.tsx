import type { BilingualText } from '../../../rules/bilingualText.js';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { MissingItem } from '../../../rules/dossier/dossier.js';
import { fieldLabels } from '../../../rules/dossier/fieldLabels.js';
import { FindingLines } from '../../components/dossier/FindingLines.js';
import { hintLabels, valueLabels } from '../../labels/dossier/formFields.js';
import { useLocalized } from '../../labels/labelArea.js';
import { Control, isGroup } from './Control.js';
import { Labelled } from './Labelled.js';
import type { Field } from './sections.js';

interface Props {
  readonly fields: Readonly<Record<string, Field>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onChange: (values: Readonly<Record<string, unknown>>) => void;
  /** path of these fields in the form: `education`, `education.entries.0` */
  readonly path: string;
  readonly errors: Readonly<Record<string, BilingualText>>;
  readonly missing: readonly MissingItem[];
  readonly findings: readonly Finding[];
}

/** The fields of a section or of one of its entries. */
export function FieldSet({ fields, values, onChange, path, errors, missing, findings }: Props) {
  const localize = useLocalized();
  const section = path.split('.')[0] ?? '';
  return (
    <div className="fields">
      {Object.entries(fields).map(([name, field]) => {
        const id = `${path}.${name}`;
        const error = errors[id];
        const lacks = missing.find((item) => `${item.section}.${item.field}` === id);
        const hint = hintLabels[`${section}.${name}`];
        const label = valueLabels[`${section}.${name}`] ?? fieldLabels[name] ?? { zh: name, en: name };
        const wide = field.as === 'paragraphs' || field.as === 'agree' || isGroup(field);
        return (
          <div key={name} className={wide ? 'fieldWide' : undefined}>
            <Labelled
              id={id}
              label={localize(label)}
              group={isGroup(field)}
              error={error && localize(error)}
              missing={lacks && localize({ zh: lacks.message, en: lacks.messageEn ?? lacks.message })}
              hint={hint && localize(hint)}
            >
              <Control
                id={id}
                field={field}
                value={values[name]}
                wrong={error !== undefined}
                hasDescription={(error ?? lacks ?? hint) !== undefined}
                onChange={(value) => {
                  const { [name]: _, ...others } = values;
                  onChange(value === undefined ? others : { ...others, [name]: value });
                }}
              />
            </Labelled>
            <FindingLines findings={findings.filter((one) => `${one.section}.${one.field}` === id)} />
          </div>
        );
      })}
    </div>
  );
}
