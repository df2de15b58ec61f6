import { Tag } from 'antd';
import { useMe } from '../../api/me.js';
import { Instant } from '../../components/deadline/Instant.js';
import { useRoleLabels } from '../../components/useRoleLabels.js';
import { useLabels } from '../../labels/labelArea.js';
import { DecidePause } from './DecidePause.js';
import { EndPause } from './EndPause.js';
import { pauses as area } from './pauseLabels.js';
import type { Pause } from './pauseQueries.js';

const colours = { requested: 'warning', refused: 'default', approved: 'error', ended: 'success' } as const;

interface Props {
  readonly campaignId: string;
  readonly pause: Pause;
  readonly readOnly: boolean;
}

/** One pause: why, until when, who took each step, how many applications it has reached, and the next step. */
export function PauseItem({ campaignId, pause, readOnly }: Props) {
  const t = useLabels(area);
  const who = useWho();
  const { state, reason, until, requested, decided, ended, paused, resumed } = pause;
  return (
    <li>
      <div className="eventHead">
        <Tag color={colours[state]}>{t(`state_${state}`)}</Tag>
        <span>{t('plannedUntil', { date: until })}</span>
      </div>
      <p className="writtenText" lang="zh-CN">
        {reason}
      </p>
      <ul className="plainList quiet">
        <li>
          {t('requested', { who: who(requested) })} · <Instant at={requested.at} />
        </li>
        {decided === null ? null : (
          <li>
            {t(state === 'refused' ? 'notApproved' : 'approved', { who: who(decided) })} · <Instant at={decided.at} />
          </li>
        )}
        {ended === null ? null : (
          <li>
            {t('ended', { who: who(ended) })} · <Instant at={ended.at} /> · <span lang="zh-CN">{ended.reason}</span>
          </li>
        )}
      </ul>
      <div aria-live="polite">
        {paused === null ? null : <p>{paused.doneAt === null ? t('pausing', counts(paused)) : t('paused', paused)}</p>}
        {resumed === null ? null : (
          <p>{resumed.doneAt === null ? t('resuming', counts(resumed)) : t('resumed', resumed)}</p>
        )}
      </div>
      {!readOnly && state === 'requested' ? <DecidePause campaignId={campaignId} pause={pause} /> : null}
      {!readOnly && state === 'approved' ? <EndPause campaignId={campaignId} pauseId={pause.id} /> : null}
    </li>
  );
}

type Reached = NonNullable<Pause['paused']>;
const counts = ({ moved, refused, total }: Reached) => ({ done: moved + refused, total });

/** Names who took a step: the role and the beginning of their id, or the reader. */
function useWho() {
  const t = useLabels(area);
  const roleLabel = useRoleLabels();
  const { personId: own } = useMe();
  return ({ role, personId }: Pause['requested']) =>
    personId === own ? t('you') : `${roleLabel(role)} ${personId.slice(0, 8)}`;
}
