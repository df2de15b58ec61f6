import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { type MeetingConsole, minutesQuery } from './meetingQueries.js';
import { SignDialog } from './SignDialog.js';

type Event = MeetingConsole['actions'][number]['event'];

interface Props {
  readonly meeting: MeetingConsole;
  /** whether this reader may export the file by now */
  readonly mayExport?: boolean;
}

/** The minutes: read, signed by the chair, corrected by additions, exported. */
export function MinutesPanel({ meeting, mayExport = true }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const [confirming, setConfirming] = useState<Event | null>(null);
  const { data, error } = useQuery(minutesQuery(meeting.id, meeting.announcedAt !== null));
  const signs = meeting.actions.filter(({ event }) => event === 'sign' || event === 'correct');
  if (meeting.announcedAt === null) return null;
  const act = (event: Event, body: object) =>
    answer(api.POST('/api/meetings/{id}/actions/{event}', { params: { path: { id: meeting.id, event } }, body }));
  return (
    <Panel title={t('minutes')}>
      {error === null ? null : <Problem error={error} />}
      <p>
        <a href={`/api/meetings/${meeting.id}/minutes.html`} target="_blank" rel="noreferrer">
          {t('readMinutes')}
        </a>
      </p>
      {data === undefined ? null : (
        <p>
          {t('minutesHash')} <code>{data.minutesHash}</code>
        </p>
      )}
      {mayExport ? (
        <p>
          <a href={`/api/meetings/${meeting.id}/export`} download>
            {t('export')}
          </a>{' '}
          <span className="quiet">{t('verifyHint')}</span>
        </p>
      ) : null}
      <ol>
        {data?.corrections.map(({ ordinal, reason, madeAt }) => (
          <li key={ordinal}>
            <span lang="zh-CN">{reason}</span> <Instant at={madeAt} />
          </li>
        ))}
      </ol>
      <div className="row">
        {signs.map((sign) => (
          <Button
            key={sign.event}
            type="primary"
            disabled={!sign.allowed || data === undefined}
            onClick={() => setConfirming(sign.event)}
          >
            {localize(sign)}
          </Button>
        ))}
      </div>
      {confirming === null || data === undefined ? null : (
        <SignDialog
          title={t(confirming === 'sign' ? 'sign' : 'correct')}
          more={t(confirming === 'sign' ? 'signMore' : 'correctMore')}
          requiresReason={confirming === 'correct'}
          send={(proof, reason) =>
            act(confirming, confirming === 'sign' ? { minutesHash: data.minutesHash, proof } : { reason, proof })
          }
          onClose={() => setConfirming(null)}
        />
      )}
    </Panel>
  );
}
