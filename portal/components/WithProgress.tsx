import type { ReactNode } from 'react';
import type { Application } from '../api/applications.js';
import { application as area } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';
import { EventList } from './application/EventList.js';
import { LifecycleTimeline } from './application/LifecycleTimeline.js';
import { Panel } from './Panel.js';

interface Props {
  readonly application: Application;
  /** what the page is for, one panel below the other */
  readonly children: ReactNode;
}

/** An application's page: what the page is for, and beside it how far the application is and what has happened. */
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

/** Everything that has happened to an application. */
export function RecordPanel({ application }: Pick<Props, 'application'>) {
  const t = useLabels(area);
  return (
    <Panel title={t('record')}>
      <EventList application={application} />
    </Panel>
  );
}
