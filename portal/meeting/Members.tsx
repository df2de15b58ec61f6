import { Label } from '../components/Label.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import type { MeetingConsole } from './meetingQueries.js';

/** The members present, for readers who may see the list. */
export function Members({ members }: { readonly members: NonNullable<MeetingConsole['members']> }) {
  const t = useLabels(meeting);
  return (
    <Panel title={t('members')}>
      <p className="quiet">{t('membersMore')}</p>
      <ul className="memberLines">
        {members.map(({ expertId, name, isChair, isDeputy, present }) => (
          <li key={expertId}>
            <span lang="zh-CN">{name}</span>{' '}
            {isChair || isDeputy ? <Label>{t(isChair ? 'chair' : 'deputy')}</Label> : null}{' '}
            <Label tone={present ? 'over' : 'late'}>{t(present ? 'attending' : 'away')}</Label>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
