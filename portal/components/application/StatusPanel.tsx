import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Action, Application } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { time } from '../../labels/time.js';
import { Deadlines } from '../deadline/Deadlines.js';
import { Instant } from '../deadline/Instant.js';
import { Panel } from '../Panel.js';
import { ActionBar } from './ActionBar.js';
import { OpenObjections } from './OpenObjections.js';
import { StatusTag } from './StatusTag.js';
import { UnmetConditions } from './UnmetConditions.js';

interface Props {
  readonly application: Application;
  /** replaces the default title */
  readonly title?: string;
  /** above the deadlines */
  readonly lead?: ReactNode;
  /** acts that the page offers in its own way, above the buttons */
  readonly children?: ReactNode;
  /** acts left out of the buttons */
  readonly except?: readonly Action['event'][];
}

/** The application's status, its deadlines, and the reader's acts. */
export function StatusPanel({ application, title, lead, children, except = [] }: Props) {
  const t = useLabels(area);
  const tActs = useLabels(acts);
  const description = useLabels(time);
  const { deadlines, tolledSince, pausedUntil, pendingPause, statusLabel, final, pastDue } = application;
  const { unitSanction, noticeStart } = application;
  const localize = useLocalized();
  return (
    <Panel
      title={
        <>
          {title ?? tActs('title')}
          <StatusTag label={statusLabel} final={final} pastDue={pastDue} />
        </>
      }
    >
      <div className="stack" style={{ gap: 16 }}>
        {lead}
        <OpenObjections application={application} />
        <UnmetConditions application={application} />
        {unitSanction === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={t('unitSanctioned', { date: unitSanction.until })}
            description={
              unitSanction.passedTo === null ? t('unitNotPassed') : t('unitPassed', { name: unitSanction.passedTo })
            }
          />
        )}
        {tolledSince === null ? null : (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {t('tolled', { at: '' })} <Instant at={tolledSince} />
              </>
            }
            description={pausedUntil === null ? undefined : t('pausedUntil', { date: pausedUntil })}
          />
        )}
        {pendingPause === null ? null : (
          <Alert type="info" showIcon title={t('pauseAsked', { date: pendingPause.until })} />
        )}
        {noticeStart === null || final ? null : <span className="quiet">{localize(noticeStart)}</span>}
        {deadlines.length > 0 ? (
          <div>
            <Deadlines application={application} />
          </div>
        ) : final ? null : (
          <span className="quiet">{description('noDeadline')}</span>
        )}
        {children}
        <ActionBar application={application} except={except} />
      </div>
    </Panel>
  );
}
