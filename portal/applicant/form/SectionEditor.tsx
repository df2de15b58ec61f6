import type { Dossier, SectionName } from '../../../rules/dossier/dossier.js';
import { FindingLines } from '../../components/dossier/FindingLines.js';
import { useResultRemarks } from '../../components/dossier/useResultRemarks.js';
import { EntryList } from './EntryList.js';
import { FieldSet } from './FieldSet.js';
import { formOf, type Sections } from './sections.js';
import type { useFormDraft } from './useFormDraft.js';

type Values = Readonly<Record<string, unknown>>;
interface Props {
  readonly applicationId: string;
  readonly name: SectionName;
  readonly form: ReturnType<typeof useFormDraft>;
}

/** One editable section of the form; every change updates the draft at once. */
export function SectionEditor({ applicationId, name, form: { draft, sections, errors, missing, findings } }: Props) {
  const section = formOf[name];
  const values: Values = sections[name] ?? {};
  const remarks = useResultRemarks(applicationId, sections as Dossier);
  const lacks = [...(missing ?? []), ...remarks].filter((item) => item.section === name);
  const noticed = findings.filter(({ section, field }) => section === name && field !== 'entries');
  const ofList = findings.filter(({ section, field }) => section === name && field === 'entries');
  const change = (changed: Values) => draft.change(name, changed as NonNullable<Sections[SectionName]>);
  if ('entries' in section) {
    return (
      <>
        <FindingLines findings={ofList} />
        <EntryList
          path={`${name}.entries`}
          fields={section.entries}
          most={section.most}
          entries={Array.isArray(values.entries) ? (values.entries as Values[]) : []}
          errors={errors}
          missing={lacks}
          findings={noticed}
          onChange={(entries) => change({ ...values, entries })}
        />
      </>
    );
  }
  return (
    <FieldSet
      path={name}
      fields={section.fields}
      values={values}
      errors={errors}
      missing={lacks}
      findings={noticed}
      onChange={change}
    />
  );
}
