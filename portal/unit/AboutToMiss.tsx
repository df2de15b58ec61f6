import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Status } from '../api/applications.js';
import { campaignsQuery } from '../api/campaigns.js';
import { now } from '../api/config.js';
import { useLaw } from '../api/law.js';
import type { Binding } from '../api/me.js';
import { publicityQuery } from '../api/publicity.js';
import { countsQuery, queueQuery } from '../api/queue.js';
import { formatDay, formatInstant } from '../components/deadline/formatTimestamps.js';
import { inDays } from '../components/queue/queueFilterOf.js';
import type { QueueState } from '../components/queue/useQueueState.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { unit } from '../labels/unit.js';

interface Props {
  readonly state: QueueState;
  readonly mine: readonly Status[];
  readonly binding: Binding | undefined;
}

/** Applications due within three days, and the last day to post so that publicity ends before the cutoff. */
export function AboutToMiss({ state, mine, binding }: Props) {
  const t = useLabels(unit);
  const scope = binding?.scope ? { unit: binding.scope } : {};
  const soon = useQuery({
    ...countsQuery({ ...scope, status: mine.join(), due: inDays(3) }),
    enabled: mine.length > 0,
  }).data;
  const n = soon?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <>
      {n === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="noPrint"
          style={{ marginBlockEnd: 12 }}
          title={t('soonTitle', { n })}
          description={t('soonMore')}
          action={
            state.get('soon') === undefined ? (
              <Button size="small" onClick={() => state.set('soon', '1')}>
                {t('showSoon')}
              </Button>
            ) : undefined
          }
        />
      )}
      <ToBePosted scope={scope} />
    </>
  );
}

/** The last day on which a posting is in time, when something waits to be posted. */
function ToBePosted({ scope }: { readonly scope: { readonly unit?: string } }) {
  const t = useLabels(unit);
  const localize = useLocalized();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const law = useLaw();
  const campaign = useQuery(campaignsQuery).data?.find(({ state }) => state === 'open');
  const from = localDateOf(now());
  const status = law?.events.find(({ event }) => event === 'post_publicity')?.status;
  const waiting = { ...scope, campaign: campaign?.id ?? '', status: status ?? '' };
  const enabled = status !== undefined && campaign !== undefined;
  const counted = useQuery({ ...countsQuery(waiting), enabled }).data;
  // Extensions, pauses and returns move cutoffs, so the hint is about the earliest one.
  const first = useQuery({ ...queueQuery({ ...waiting, limit: 1 }), enabled }).data?.items[0];
  const plan = useQuery({
    ...publicityQuery(campaign?.id ?? '', from, { unit: scope.unit, cutoff: first?.due ?? undefined }),
    enabled: first !== undefined,
  }).data;
  const n = counted?.[0]?.count ?? 0;
  if (n === 0 || first?.paused || !plan?.lastSafeDay || !plan.cutoff) return null;
  const day = formatDay(plan.lastSafeDay, language, from.slice(0, 4));
  const cutoff = formatInstant(plan.cutoff, { language, now: now(), due: true });
  return (
    <Alert
      type={plan.safe ? 'info' : 'error'}
      showIcon
      className="noPrint"
      style={{ marginBlockEnd: 16 }}
      title={t('toPost', { n })}
      description={t(plan.safe ? 'toPostLast' : 'toPostOver', {
        day,
        cutoff,
        whose: plan.cutoffLabel ? localize(plan.cutoffLabel) : '',
      })}
    />
  );
}
