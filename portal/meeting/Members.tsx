import { Label } from '../pieces/Label.js';
import { Panel } from '../pieces/Panel.js';
import { useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';
import type { MeetingRoom } from './meetingQueries.js';

/** Who of the committee is in the room, for those who may see the list. */
export function Members({ members }: { readonly members: NonNullable<MeetingRoom['members']> }) {
  const t = useWords(meeting);
  return (
    <Panel title={t('members')}>
      <p className="quiet">{t('membersMore')}</p>
      <ul className="memberLines">
        {members.map(({ expertId, name, isChair, isDeputy, present }) => (
          <li key={expertId}>
            <span lang="zh-CN">{name}</span>{' '}
            {isChair || isDeputy ? <Label>{t(isChair ? 'chair' : 'deputy')}</Label> : null}{' '}
            <Label mood={present ? 'over' : 'late'}>{t(present ? 'inRoom' : 'away')}</Label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
