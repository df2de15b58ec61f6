import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Action, Application } from '../../api/applications.js';
import { acts } from '../../words/acts.js';
import { application as area } from '../../words/application.js';
import { useWords } from '../../words/area.js';
import { time } from '../../words/time.js';
import { DeadlineView } from '../deadline/DeadlineView.js';
import { Instant } from '../deadline/Instant.js';
import { Panel } from '../Panel.js';
import { ActionBar } from './ActionBar.js';
import { StatusTag } from './StatusTag.js';

interface Props {
  readonly application: Application;
  /** what the panel is called, if not by what can be done */
  readonly title?: string;
  /** above the deadlines */
  readonly lead?: ReactNode;
  /** what the page offers in its own way, above the buttons */
  readonly children?: ReactNode;
  /** acts the page offers in its own way */
  readonly except?: readonly Action['event'][];
}

/** Where an application stands, until when, and what its reader can do. */
export function StandingPanel({ application, title, lead, children, except = [] }: Props) {
  const t = useWords(area);
  const words = useWords(acts);
  const said = useWords(time);
  const { deadlines, tolledSince, statusWords, final, pastDue } = application;
  return (
    <Panel
      title={
        <>
          {title ?? words('title')}
          <StatusTag words={statusWords} final={final} pastDue={pastDue} />
        </>
      }
    >
      <div className="stack" style={{ gap: 16 }}>
        {lead}
        {tolledSince === null ? null : (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {t('tolled', { at: '' })} <Instant at={tolledSince} />
              </>
            }
          />
        )}
        {deadlines.length > 0 ? (
          <div>{deadlines.map((deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />)}</div>
        ) : final ? null : (
          <span className="quiet">{said('noDeadline')}</span>
        )}
        {children}
        <ActionBar application={application} except={except} />
      </div>
    </Panel>
  );
}
