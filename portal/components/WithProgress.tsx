import type { ReactNode } from 'react';
import type { Application } from '../api/applications.js';
import { application as area } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';
import { EventList } from './application/EventList.js';
import { LifecycleTimeline } from './application/LifecycleTimeline.js';
import { Panel } from './Panel.js';

interface Props {
  readonly application: Application;
  /** the page's main content, panels in one column */
  readonly children: ReactNode;
}

/** An application's page: the main content, and beside it the progress and the timeline. */
export function WithProgress({ application, children }: Props) {
  const t = useLabels(area);
  return (
    <div className="twoColumns">
      <div className="stack">{children}</div>
      <div className="stack">
        <Panel title={t('lifecycle')}>
          <LifecycleTimeline application={application} />
        </Panel>
        <RecordPanel application={application} />
      </div>
    </div>
  );
}

/** All events of an application. */
export function RecordPanel({ application }: Pick<Props, 'application'>) {
  const t = useLabels(area);
  return (
    <Panel title={t('record')}>
      <EventList application={application} />
    </Panel>
  );
}
