import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { useSay, useWords } from '../words/area.js';
import { meeting as area } from '../words/meeting.js';
import { type MeetingRoom, minutesQuery } from './meetingQueries.js';
import { SignDialog } from './SignDialog.js';

type Event = MeetingRoom['actions'][number]['event'];

interface Props {
  readonly room: MeetingRoom;
  /** whether the file is there for this reader by now */
  readonly mayExport?: boolean;
}

/** The minutes: to be read, signed by the chair, corrected beside, and exported. */
export function MinutesPanel({ room, mayExport = true }: Props) {
  const t = useWords(area);
  const say = useSay();
  const [asked, setAsked] = useState<Event | null>(null);
  const { data, error } = useQuery(minutesQuery(room.id, room.announcedAt !== null));
  const signs = room.actions.filter(({ event }) => event === 'sign' || event === 'correct');
  if (room.announcedAt === null) return null;
  const act = (event: Event, body: object) =>
    answer(api.POST('/api/meetings/{id}/actions/{event}', { params: { path: { id: room.id, event } }, body }));
  return (
    <Panel title={t('minutes')}>
      {error === null ? null : <Problem error={error} />}
      <p>
        <a href={`/api/meetings/${room.id}/minutes.html`} target="_blank" rel="noreferrer">
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
          <a href={`/api/meetings/${room.id}/export`} download>
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
            onClick={() => setAsked(sign.event)}
          >
            {say(sign)}
          </Button>
        ))}
      </div>
      {asked === null || data === undefined ? null : (
        <SignDialog
          title={t(asked === 'sign' ? 'sign' : 'correct')}
          more={t(asked === 'sign' ? 'signMore' : 'correctMore')}
          asksReason={asked === 'correct'}
          send={(proof, reason) =>
            act(asked, asked === 'sign' ? { minutesHash: data.minutesHash, proof } : { reason, proof })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}
