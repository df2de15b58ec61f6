import type { Application } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import { useSay, useWords } from '../../words/area.js';
import { mine } from '../../words/mine.js';

/** How far along the road of the law an application is, drawn in one line. */
export function Steps({ application }: { readonly application: Pick<Application, 'status' | 'statusWords'> }) {
  const t = useWords(mine);
  const say = useSay();
  const law = useLaw();
  if (law === undefined) return null;
  const order = law.statuses.find(({ name }) => name === application.status)?.order ?? 0;
  const road = law.statuses.filter(({ main }) => main).sort((a, b) => a.order - b.order);
  const at = Math.max(1, road.filter((step) => step.order <= order).length);
  return (
    <div className="steps">
      <div className="stepsBar" aria-hidden>
        {road.map(({ name }, index) => (
          <span key={name} className={index < at - 1 ? 'stepDone' : index === at - 1 ? 'stepNow' : undefined} />
        ))}
      </div>
      <span>
        <span className="quiet">{t('step', { n: at, all: road.length })}</span>{' '}
        <strong>{say(application.statusWords)}</strong>
      </span>
    </div>
  );
}
