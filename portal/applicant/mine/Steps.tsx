import type { Application } from '../../api/applications.js';
import { usePath } from '../../components/application/usePath.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { mine } from '../../labels/mine.js';

interface Props {
  readonly application: Pick<Application, 'status' | 'statuses' | 'statusLabel'>;
}

/** The application's progress along its own way to the title, in one line. */
export function Steps({ application }: Props) {
  const t = useLabels(mine);
  const localize = useLocalized();
  const { path, at } = usePath(application);
  return (
    <div className="steps">
      <div className="stepsBar" aria-hidden>
        {path.map(({ name, zh }, index) => (
          <span key={`${name}${zh}`} className={index < at ? 'stepDone' : index === at ? 'stepNow' : undefined} />
        ))}
      </div>
      <span>
        <span className="quiet">{t('step', { n: at + 1, all: path.length })}</span>{' '}
        <strong>{localize(application.statusLabel)}</strong>
      </span>
    </div>
  );
}
