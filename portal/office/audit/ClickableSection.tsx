import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SectionName } from '../../../rules/dossier/dossier.js';
import { fieldLabels } from '../../../rules/dossier/fieldLabels.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { application as area } from '../../labels/application.js';
import { common } from '../../labels/common.js';
import { choiceLabels } from '../../labels/dossier/dossier.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

type Fields = Readonly<Record<string, unknown>>;

interface Props {
  readonly name: SectionName;
  readonly fields: Fields;
  /** paths that have a note */
  readonly noted: ReadonlySet<string>;
  /** a click on a field, with its path inside the section; an empty path is the whole section */
  readonly onNote: (field: string) => void;
}
const order = Object.keys(fieldLabels);

/** One section of a form under audit: a click on a field notes a defect there. */
export function ClickableSection({ name, fields, noted, onNote }: Props) {
  const t = useLabels(office);
  const empty = useLabels(area);
  const localize = useLocalized();
  const { entries, ...rest } = fields;
  const list = Array.isArray(entries) ? (entries as readonly Fields[]) : [];
  const own = Object.keys(rest).length > 0;
  const title = localize(sectionLabels[name]);
  return (
    <section id={`section-${name}`} className="dossierSection" aria-label={title}>
      <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
        <h3>{title}</h3>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('noteSection', { section: title })}
          onClick={() => onNote('')}
        >
          {t('note')}
        </Button>
      </div>
      {own ? <Pairs fields={rest} at="" noted={noted} onNote={onNote} /> : null}
      {list.map((entry, index) => (
        <div className="dossierEntry" key={JSON.stringify(entry)}>
          <Pairs fields={entry} at={`entries.${index}.`} noted={noted} onNote={onNote} />
        </div>
      ))}
      {own || list.length > 0 ? null : <span className="quiet">{empty('empty')}</span>}
    </section>
  );
}

interface PairsProps extends Pick<Props, 'fields' | 'noted' | 'onNote'> {
  readonly at: string;
}

function Pairs({ fields, at, noted, onNote }: PairsProps) {
  const t = useLabels(office);
  const localize = useLocalized();
  const tCommon = useLabels(common);
  const one = (value: unknown): string => {
    if (typeof value === 'boolean') return tCommon(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map(one).join('、');
    const choice = typeof value === 'string' ? choiceLabels[value] : undefined;
    return choice === undefined ? String(value ?? '—') : localize(choice);
  };
  const sorted = Object.entries(fields).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <div className="auditPairs">
      {sorted.map(([name, value]) => {
        const text = one(value);
        const path = `${at}${name}`;
        return (
          <button
            key={name}
            type="button"
            className={`auditField${text.length > 40 ? ' pairWide' : ''}${noted.has(path) ? ' auditNoted' : ''}`}
            title={t('noteField')}
            onClick={() => onNote(path)}
          >
            <span className="quiet">{localize(fieldLabels[name] ?? { zh: name, en: name })}</span>
            <span lang="zh-CN" className="auditValue">
              {text}
            </span>
            <span className="visuallyHidden">{t(noted.has(path) ? 'notedHere' : 'noteField')}</span>
          </button>
        );
      })}
    </div>
  );
}
