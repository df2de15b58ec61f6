import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Application } from '../api/applications.js';
import { now } from '../api/config.js';
import { publicityQuery } from '../api/publicity.js';
import { DeadlineExplained } from '../components/deadline/DeadlineExplained.js';
import { formatDay, formatInstant } from '../components/deadline/formatTimestamps.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { time } from '../labels/time.js';
import { unit } from '../labels/unit.js';
import './unit.css';

/** The end of publicity by day of posting, shown in advance while the law takes a posting. */
export function PublicityPlan({ application }: { readonly application: Application }) {
  const t = useLabels(unit);
  const localize = useLocalized();
  const how = useLabels(time);
  const navigate = useNavigate();
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  const today = localDateOf(now());
  const [day, setDay] = useState(today);
  // A correction is published after filing: no cutoff has to be met.
  const filing = application.deadlines.find((deadline) => deadline?.name === 'filing_cutoff');
  const posting = filing !== undefined && application.actions.some(({ event }) => event === 'post_publicity');
  const posted = application.deadlines.some((deadline) => deadline?.name === 'publicity_period');
  const { data: plan, error } = useQuery({
    ...publicityQuery(application.campaignId, day, { unit: application.unitId, cutoff: filing?.due }),
    enabled: posting && day !== '',
  });
  if (!posting && !posted) return null;
  const responseText = (date: string) => formatDay(date, language, today.slice(0, 4));
  const until = (instant: string) => formatInstant(instant, { language, now: now(), due: true });
  const print = (
    <Button
      icon={<PrinterOutlined />}
      onClick={() => void navigate(`/unit/${application.id}/notice${posting ? `?from=${day}` : ''}`)}
    >
      {t('notice')}
    </Button>
  );
  if (!posting) return <Panel title={t('publicity')}>{print}</Panel>;
  return (
    <Panel title={t('publicity')}>
      <div className="stack unitPlan" style={{ gap: 12 }}>
        <label htmlFor="publicityDay">
          {t('day')}{' '}
          <Input
            id="publicityDay"
            type="date"
            style={{ width: 180 }}
            min={today}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </label>
        {error === null ? null : <Problem error={error} />}
        {plan?.deadline ? (
          <div role="status">
            <strong>{t('ends', { day: responseText(plan.from), end: until(plan.deadline.due) })}</strong>
            <details>
              <summary>{how('why')}</summary>
              <DeadlineExplained deadline={plan.deadline} />
            </details>
          </div>
        ) : null}
        {plan === undefined || application.tolledSince !== null ? null : (
          <Alert
            type={plan.safe ? 'info' : 'error'}
            showIcon
            title={
              plan.lastSafeDay === null || plan.cutoff === null
                ? t('noSafe')
                : t('lastSafe', {
                    day: responseText(plan.lastSafeDay),
                    cutoff: until(plan.cutoff),
                    whose: plan.cutoffLabel ? localize(plan.cutoffLabel) : '',
                  })
            }
            description={plan.safe ? undefined : t('tooLate')}
          />
        )}
        <div className="quiet">{t('postedCounts')}</div>
        {print}
      </div>
    </Panel>
  );
}
