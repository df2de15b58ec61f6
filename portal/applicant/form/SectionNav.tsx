import { CheckOutlined } from '@ant-design/icons';
import { Progress as Bar } from 'antd';
import { Link } from 'react-router';
import type { SectionName } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import type { Progress } from './progressOf.js';

interface Props {
  readonly current: SectionName;
  readonly progress: readonly Progress[];
}

/** The sections of the form with what each still lacks; collapsed on a phone. */
export function SectionNav({ current, progress }: Props) {
  const t = useLabels(applicant);
  const done = progress.filter(({ missing, wrong }) => missing === 0 && wrong === 0).length;
  const description = t('progress', { n: done, all: progress.length });
  const list = <Sections current={current} progress={progress} />;
  return (
    <nav className="sectionNav noPrint" aria-label={t('sections')}>
      <div className="quiet">{description}</div>
      <Bar
        percent={Math.round((done / progress.length) * 100)}
        showInfo={false}
        size="small"
        aria-label={description}
      />
      <div className="onDesk">{list}</div>
      <details className="sectionFold">
        <summary>{t('sections')}</summary>
        {list}
      </details>
    </nav>
  );
}

function Sections({ current, progress }: Props) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  return (
    <ol>
      {progress.map(({ name, missing, wrong }) => (
        <li key={name}>
          <Link to={`?section=${name}`} aria-current={name === current ? 'page' : undefined}>
            <span>{localize(sectionLabels[name])}</span>
            {wrong > 0 ? (
              <span className="sectionMark fieldError">{t('wrongN', { n: wrong })}</span>
            ) : missing === null ? null : missing === 0 ? (
              <span className="sectionMark sectionMarkDone">
                <CheckOutlined aria-hidden />
                <span className="visuallyHidden">{t('complete')}</span>
              </span>
            ) : (
              <span className="sectionMark quiet">{t('missingN', { n: missing })}</span>
            )}
          </Link>
        </li>
      ))}
    </ol>
  );
}
