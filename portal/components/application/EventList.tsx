import { useQuery } from '@tanstack/react-query';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { type Application, type TimelineEvent, timelineQuery } from '../../api/applications.js';
import { useLocalized, useMarks } from '../../labels/labelArea.js';
import { Instant } from '../deadline/Instant.js';
import { Loading } from '../Loading.js';
import { Problem } from '../Problem.js';

/** All events of an application, newest first: what, when, by whom, and the texts. */
export function EventList({ application }: { readonly application: Application }) {
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(timelineQuery(application.id, application.seq));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  return (
    <ol className="eventList" reversed>
      {[...data.events].reverse().map((event) => (
        <li key={event.seq}>
          <div className="eventHead">
            <strong>{localize(event.eventLabels)}</strong>
            <Instant at={event.at} />
          </div>
          <div className="quiet">{localize(event.actor)}</div>
          <Description freeText={event.freeText} />
        </li>
      ))}
    </ol>
  );
}

/** Of an entrusted review: to whom it was sent, who decided, under which number; of a recommendation: its minutes and leader. */
const entrusted = ['sentTo', 'decidedBy', 'number', 'decisionNumber', 'leader'] as const;

/** Texts of an event: a reason, defects by section. */
function Description({ freeText }: { readonly freeText: TimelineEvent['freeText'] }) {
  const localize = useLocalized();
  const mark = useMarks();
  if (freeText === null) return null;
  const { reason, defects, ...others } = freeText as {
    readonly reason?: string;
    readonly sentTo?: string;
    readonly decidedBy?: string;
    readonly number?: string;
    readonly decisionNumber?: string;
    readonly leader?: string;
    readonly defects?: readonly {
      readonly id: string;
      readonly section: keyof typeof sectionLabels;
      readonly text: string;
    }[];
  };
  return (
    <div lang="zh-CN">
      {reason === undefined ? null : <p className="writtenText">{reason}</p>}
      {entrusted
        .flatMap((name) => others[name] ?? [])
        .map((text) => (
          <p key={text} className="writtenText">
            {text}
          </p>
        ))}
      {defects === undefined ? null : (
        <ul className="plainList">
          {defects.map(({ id, section, text }) => (
            <li key={id}>
              {localize(sectionLabels[section])}
              {mark.colon}
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
