import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { type Application, type Status, timelineQuery } from '../../api/applications.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Instant } from '../deadline/Instant.js';
import { usePath } from './usePath.js';
import './lifecycle.css';

/** The whole lifecycle as the application's track and campaign have it: past steps with their dates, the current status, and the steps to come. */
export function LifecycleTimeline({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const reached = new Map<Status, string>([['draft', application.openedAt]]);
  for (const { from, to, at } of data?.events ?? []) if (from !== to) reached.set(to, at);
  const steps = stepsOf(application, usePath(application), reached);
  const current = steps.findIndex(({ here }) => here);
  return (
    <ol className="lifecycle">
      {steps.map(({ name, zh, en }, index) => {
        const at = reached.get(name);
        const phase = index === current ? 'now' : index < current ? 'done' : 'next';
        return (
          <li key={`${name}${zh}`} className={`lifecycle-${phase}`} aria-current={phase === 'now' ? 'step' : undefined}>
            <span className="lifecycleMark" aria-hidden>
              {phase === 'done' || (phase === 'now' && application.final) ? <CheckOutlined /> : null}
            </span>
            <div>
              <span className="lifecycleName">{localize({ zh, en })}</span>
              <span className="visuallyHidden">（{t(phase)}）</span>
              {phase !== 'next' && at !== undefined ? (
                <div className="quiet">
                  <Instant at={at} />
                </div>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type Step = Application['statuses'][number];
type Reached = ReadonlyMap<Status, string>;

/** The main path, with the current status inserted when it is beside the path; no further steps after the end. */
function stepsOf(
  { statuses, final }: Application,
  { path, at }: ReturnType<typeof usePath>,
  reached: Reached,
): readonly Step[] {
  const here = statuses.filter((step) => step.here);
  if (final) return [...path.filter((step) => !step.here && reached.has(step.name)), ...here];
  return path.some((step) => step.here) ? path : [...path.slice(0, at + 1), ...here, ...path.slice(at + 1)];
}
