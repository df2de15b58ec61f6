import { ExclamationCircleFilled } from '@ant-design/icons';
import { type MissingItem, type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import { fieldLabels } from '../../../rules/dossier/fieldLabels.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { application } from '../../labels/application.js';
import { common } from '../../labels/common.js';
import { choiceLabels } from '../../labels/dossier/dossier.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Panel } from '../Panel.js';
import { BilingualText } from './BilingualText.js';
import { FullIdentity } from './FullIdentity.js';

type Fields = Readonly<Record<string, unknown>>;

interface Props {
  readonly sections: Readonly<Partial<Record<SectionName, unknown>>>;
  /** offers ID number and telephone in full, of this application */
  readonly revealing?: string | null;
  /** what the rules say of single entries, shown beside them */
  readonly remarks?: readonly MissingItem[];
}

/** The form section by section, read only. */
export function DossierView({ sections, revealing = null, remarks = [] }: Props) {
  const localize = useLocalized();
  return (
    <Panel>
      {sectionNames
        .filter((name) => sections[name] !== undefined)
        .map((name) => (
          <section key={name} id={`section-${name}`} className="dossierSection">
            <h3>{localize(sectionLabels[name])}</h3>
            <SectionView
              fields={sections[name] as Fields}
              remarks={remarks.filter(({ section }) => section === name)}
            />
            {name === 'basicInformation' && revealing !== null ? <FullIdentity applicationId={revealing} /> : null}
          </section>
        ))}
    </Panel>
  );
}

/** One section: its fields, or its entries one after the other. */
export function SectionView({
  fields,
  remarks = [],
}: {
  readonly fields: Fields;
  readonly remarks?: readonly MissingItem[];
}) {
  const t = useLabels(application);
  const { entries, ...rest } = fields;
  const list = Array.isArray(entries) ? (entries as readonly Fields[]) : [];
  const own = Object.keys(rest).length > 0;
  if (!own && list.length === 0) return <span className="quiet">{t('empty')}</span>;
  return (
    <>
      {own ? <Pairs fields={rest} /> : null}
      {list.map((entry, index) => (
        <div className="dossierEntry" key={JSON.stringify(entry)}>
          <Pairs fields={entry} />
          <EntryRemarks remarks={remarks.filter(({ field }) => field.startsWith(`entries.${index}.`))} />
        </div>
      ))}
    </>
  );
}

function EntryRemarks({ remarks }: { readonly remarks: readonly MissingItem[] }) {
  return remarks.map(({ field, message, messageEn, clause }) => (
    <div key={field}>
      <ExclamationCircleFilled aria-hidden style={{ color: 'var(--portal-warn)', marginInlineEnd: 8 }} />
      <BilingualText zh={message} en={messageEn} />{' '}
      <span className="quiet" lang="zh-CN">
        {clause}
      </span>
    </div>
  ));
}

function Pairs({ fields }: { readonly fields: Fields }) {
  const localize = useLocalized();
  const tCommon = useLabels(common);
  const t = useLabels(application);
  const one = (value: unknown): string => {
    // The end date of current employment.
    if (value === null) return t('toThisDay');
    if (typeof value === 'boolean') return tCommon(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map(one).join('、');
    const choice = typeof value === 'string' ? choiceLabels[value] : undefined;
    return choice === undefined ? String(value ?? '—') : localize(choice);
  };
  return (
    <dl className="pairs">
      {inOrder(fields).map(([name, value]) => {
        const text = one(value);
        return (
          <div key={name} className={text.length > 40 ? 'pairWide' : undefined}>
            <dt>{localize(fieldLabels[name] ?? { zh: name, en: name })}</dt>
            <dd lang="zh-CN">{text}</dd>
          </div>
        );
      })}
    </dl>
  );
}

const order = Object.keys(fieldLabels);

/** The fields in the order of the form, not of the database. */
function inOrder(fields: Fields) {
  return Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}
