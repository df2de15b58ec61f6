import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Application, Deadline } from '../../api/applications.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { time } from '../../labels/time.js';
import { PressedPopover } from '../PressedPopover.js';
import { DeadlineExplained } from './DeadlineExplained.js';
import { TimeLeft } from './TimeLeft.js';
import '../application/tag.css';

interface Props {
  readonly application: Pick<Application, 'deadlines' | 'tolledSince' | 'objections'>;
}

/** The deadlines of an application with the time left, or that they stand still. */
export function Deadlines({ application: { deadlines, tolledSince, objections } }: Props) {
  const waits = objections.some(({ holds }) => holds);
  return deadlines.map(
    (deadline) =>
      deadline && <DeadlineView key={deadline.name} deadline={deadline} paused={tolledSince !== null} waits={waits} />,
  );
}

interface OneProps {
  readonly deadline: Deadline;
  readonly paused: boolean;
  /** an open objection keeps a period from ending */
  readonly waits: boolean;
}

/** A deadline; its reason and computation are one click away. */
function DeadlineView({ deadline, paused, waits }: OneProps) {
  const t = useLabels(time);
  const name = useLocalized()(deadline.label);
  const isPeriod = deadline.name.endsWith('_period');
  return (
    <div className="row" style={{ gap: '2px 8px' }}>
      <strong>{name}</strong>
      <TimeLeft due={deadline.due} period={isPeriod} waits={waits && isPeriod} paused={paused} />
      {deadline.provisional ? <span className="tag tagWarn">{t('provisional')}</span> : null}
      <PressedPopover
        title={name}
        content={<DeadlineExplained deadline={deadline} />}
        styles={{ root: { maxWidth: 'min(440px, calc(100vw - 32px))' } }}
      >
        <Button
          type="link"
          size="small"
          className="noPrint"
          icon={<QuestionCircleOutlined />}
          aria-label={`${name}: ${t('why')}`}
        >
          {t('why')}
        </Button>
      </PressedPopover>
    </div>
  );
}
