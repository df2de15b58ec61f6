import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/config.js';
import { useLabels } from '../../labels/labelArea.js';
import { time } from '../../labels/time.js';
import { formatInstant, formatSpan } from './formatTimestamps.js';

interface Props {
  readonly due: string;
  /** the end of a period, not a deadline to miss */
  readonly period?: boolean;
  /** an open objection keeps the period from ending */
  readonly waits?: boolean;
  /** it stands still, and will be later by as long as that lasts */
  readonly paused?: boolean;
  /** without "至 8月30日 周五 18:00" */
  readonly short?: boolean;
}
const DAY = 24 * 3600_000;

/** "还剩 2 天 3 小时，至 8月30日 周五 18:00", "已逾期 …"; updates by itself. */
export function TimeLeft({ due, period = false, waits = false, paused = false, short = false }: Props) {
  const t = useLabels(time);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const now = useNow();
  const left = Date.parse(due) - now;
  const span = formatSpan(left, language);
  const when = formatInstant(due, { language, now, due: true });
  if (paused) return <time dateTime={due}>{t('standsStill', { when })}</time>;
  const colour = left <= 0 ? (waits ? 'warn' : period ? 'good' : 'bad') : left < 2 * DAY && !period ? 'warn' : null;
  const labels =
    left > 0
      ? t(short ? 'left' : 'leftUntil', { span, when })
      : period
        ? t(waits ? 'heldUp' : 'ended', { when })
        : t(short ? 'overdue' : 'overdueSince', { span, when });
  return (
    <time
      dateTime={due}
      title={when}
      style={colour === null ? {} : { color: `var(--portal-${colour})`, fontWeight: 600 }}
    >
      {labels}
      {waits && left > 0 ? ` · ${t('waitsForObjection')}` : null}
    </time>
  );
}
