import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons';
import type { Action, Application } from '../../api/applications.js';
import { batch as area } from '../../labels/batch.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { useTargets } from '../act/Consequences.js';
import { Instant } from '../deadline/Instant.js';
import { BilingualText } from '../dossier/BilingualText.js';
import { type Line, reportedIn } from './batchRecord.js';

interface Props {
  readonly line: Line;
  /** undefined until it is loaded */
  readonly application: Application | undefined;
  readonly action: Action | undefined;
}
const icons = {
  waiting: <ClockCircleOutlined />,
  sending: <LoadingOutlined />,
  done: <CheckCircleFilled style={{ color: 'var(--portal-good)' }} />,
  refused: <CloseCircleFilled style={{ color: 'var(--portal-bad)' }} />,
  lost: <CloseCircleFilled style={{ color: 'var(--portal-warn)' }} />,
} as const;

/** One application of a batch: the expected outcome or the result, with a refusal in place. */
export function BatchLine({ line, application, action }: Props) {
  const t = useLabels(area);
  const { state, receivedAt, problem } = line;
  const refusal = state === 'waiting' && application !== undefined && !action?.allowed ? action?.refusal : null;
  const because = problem ?? (refusal && reportedIn(refusal));
  return (
    <li>
      <span aria-hidden>{refusal ? icons.refused : icons[state]}</span>
      <div>
        <strong lang="zh-CN">{line.name}</strong>{' '}
        <span className="quiet" lang="zh-CN">
          {line.unitName}
        </span>
        <div>
          {state === 'waiting' ? (
            application === undefined ? (
              t('checking')
            ) : refusal ? (
              t('refused')
            ) : (
              <Leads application={application} event={action?.event} />
            )
          ) : (
            t(state)
          )}
          {receivedAt === null ? null : (
            <>
              {' '}
              <Instant at={receivedAt} />
            </>
          )}
        </div>
        {because ? (
          <div className="batchBecause">
            <BilingualText zh={because.detail} en={because.detailEn} />{' '}
            {because.clause === null ? null : (
              <span className="quiet" lang="zh-CN">
                {because.clause}
              </span>
            )}
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** The status before and after, by the law. */
function Leads({
  application,
  event,
}: {
  readonly application: Application;
  readonly event: Action['event'] | undefined;
}) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { targets } = useTargets(application, event ?? 'submit');
  const from = localize(application.statusLabel);
  if (targets.length === 0) return from;
  return t('leads', { from, to: targets.map(localize).join(' / ') });
}
