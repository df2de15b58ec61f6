import type { Application } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { mine } from '../../labels/mine.js';

/** The application's progress along the law's main path, in one line. */
export function Steps({ application }: { readonly application: Pick<Application, 'status' | 'statusLabel'> }) {
  const t = useLabels(mine);
  const localize = useLocalized();
  const law = useLaw();
  if (law === undefined) return null;
  const order = law.statuses.find(({ name }) => name === application.status)?.order ?? 0;
  const path = law.statuses.filter(({ main }) => main).sort((a, b) => a.order - b.order);
  const at = Math.max(1, path.filter((step) => step.order <= order).length);
  return (
    <div className="steps">
      <div className="stepsBar" aria-hidden>
        {path.map(({ name }, index) => (
          <span key={name} className={index < at - 1 ? 'stepDone' : index === at - 1 ? 'stepNow' : undefined} />
        ))}
      </div>
      <span>
        <span className="quiet">{t('step', { n: at, all: path.length })}</span>{' '}
        <strong>{localize(application.statusLabel)}</strong>
      </span>
    </div>
  );
}
