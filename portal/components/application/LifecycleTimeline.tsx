import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { type Application, type Status, timelineQuery } from '../../api/applications.js';
import { type StatusOfLaw, useLaw } from '../../api/law.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Instant } from '../deadline/Instant.js';
import './lifecycle.css';

/** The whole lifecycle by the law: past steps with their dates, the current status, and the steps to come. */
export function LifecycleTimeline({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const law = useLaw();
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const reached = new Map<Status, string>([['draft', application.openedAt]]);
  for (const { from, to, at } of data?.events ?? []) if (from !== to) reached.set(to, at);
  const steps = stepsOf(law?.statuses ?? [], application, reached);
  const current = steps.findIndex(({ name }) => name === application.status);
  return (
    <ol className="lifecycle">
      {steps.map(({ name, zh, en, final }, index) => {
        const at = reached.get(name);
        const phase = index === current ? 'now' : index < current ? 'done' : 'next';
        return (
          <li key={name} className={`lifecycle-${phase}`} aria-current={phase === 'now' ? 'step' : undefined}>
            <span className="lifecycleMark" aria-hidden>
              {phase === 'done' || (phase === 'now' && final) ? <CheckOutlined /> : null}
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

type Step = Pick<StatusOfLaw, 'name' | 'zh' | 'en' | 'final'>;

/** The main path, with the current status inserted when it is beside the path; no further steps after the end. */
function stepsOf(
  statuses: readonly StatusOfLaw[],
  { status, statusLabel, final }: Application,
  reached: ReadonlyMap<Status, string>,
): readonly Step[] {
  const here: Step = { name: status, ...statusLabel, final };
  const path = statuses.filter(({ main }) => main).sort((a, b) => a.order - b.order);
  if (final) return [...path.filter(({ name }) => name !== status && reached.has(name)), here];
  if (path.length === 0 || path.some(({ name }) => name === status)) return path.length === 0 ? [here] : path;
  const order = statuses.find(({ name }) => name === status)?.order ?? 0;
  return [...path.filter((step) => step.order <= order), here, ...path.filter((step) => step.order > order)];
}
