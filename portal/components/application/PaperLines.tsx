import { FilePdfOutlined } from '@ant-design/icons';
import type { BilingualText } from '../../../rules/bilingualText.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import '../lines.css';

interface Line {
  readonly key: string;
  readonly label: BilingualText;
  /** What it is about, where several papers have one name. */
  readonly about: BilingualText | null;
  readonly ready: boolean;
  readonly from: BilingualText;
  readonly showAt: string;
  readonly saveAt: string;
}

/** Papers with where to show and save them; those that are not to be had yet are folded away, and say from when. */
export function PaperLines({ papers }: { readonly papers: readonly Line[] }) {
  const t = useLabels(area);
  const ready = papers.filter((paper) => paper.ready);
  const later = papers.filter((paper) => !paper.ready);
  return (
    <>
      {ready.length === 0 ? <p className="quiet">{t('noPapers')}</p> : <Lines papers={ready} />}
      {later.length === 0 ? null : (
        <details>
          <summary className="quiet">{t('papersLater', { n: later.length })}</summary>
          <Lines papers={later} />
        </details>
      )}
    </>
  );
}

function Lines({ papers }: { readonly papers: readonly Line[] }) {
  const t = useLabels(area);
  const localize = useLocalized();
  return (
    <ul className="lines">
      {papers.map(({ key, label, about, ready, from, showAt, saveAt }) => {
        const named = `：${localize(label)}${about === null ? '' : ` ${localize(about)}`}`;
        return (
          <li key={key}>
            <span>
              <FilePdfOutlined aria-hidden /> {localize(label)}
              {about === null ? null : <div lang="zh-CN">{localize(about)}</div>}
              {ready ? null : <div className="quiet">{localize(from)}</div>}
            </span>
            {ready ? (
              <span className="row">
                <a href={showAt} target="_blank" rel="noreferrer">
                  {t('paperShow')}
                  <span className="visuallyHidden">{named}</span>
                </a>
                <a href={saveAt} download>
                  {t('paperSave')}
                  <span className="visuallyHidden">{named}</span>
                </a>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
