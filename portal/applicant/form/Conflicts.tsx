import { Alert, Button } from 'antd';
import type { SectionName } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { SectionView } from '../../components/dossier/DossierView.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { sameAnswers } from './sameAnswers.js';
import type { useFormDraft } from './useFormDraft.js';

/** Sections saved differently in two browser windows, side by side; nothing is lost before the person has chosen. */
export function Conflicts({ form }: { readonly form: ReturnType<typeof useFormDraft> }) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const { conflict, sections, draft } = form;
  if (conflict === null) return null;
  return (Object.keys(conflict) as SectionName[]).map((name) => (
    <Alert
      key={name}
      type="warning"
      role="alert"
      showIcon
      title={t('conflictTitle', { section: localize(sectionLabels[name]) })}
      description={
        <div className="stack" style={{ gap: 12 }}>
          <span>{t('conflictMore')}</span>
          <div className="compare">
            <div className="conflictSide">
              <h3>{t('mineIs')}</h3>
              <SectionView fields={unlike(sections[name], conflict[name])} />
              <Button type="primary" onClick={() => draft.choose(name, 'mine')}>
                {t('keepMine')}
              </Button>
            </div>
            <div className="conflictSide">
              <h3>{t('theirsIs')}</h3>
              <SectionView fields={unlike(conflict[name], sections[name])} />
              <Button onClick={() => draft.choose(name, 'theirs')}>{t('keepTheirs')}</Button>
            </div>
          </div>
        </div>
      }
    />
  ));
}

type Values = Readonly<Record<string, unknown>>;

/** The values of one version that differ from the other. */
function unlike(one: object | undefined, other: object | undefined): Values {
  const there: Values = { ...other };
  return Object.fromEntries(Object.entries(one ?? {}).filter(([name, value]) => !sameAnswers(value, there[name])));
}
