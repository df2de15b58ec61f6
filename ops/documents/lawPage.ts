import { deadlineLabels } from '../../rules/application/deadline.js';
import { guards } from '../../rules/application/guards.js';
import { eventLabels } from '../../rules/application/labels.js';
import {
  acrossStatuses,
  type EventLaw,
  type EventName,
  isFinal,
  lawsIn,
  lifecycle,
  type Next,
  type Status,
  type StatusLaw,
  statuses,
} from '../../rules/application/lifecycle.js';

const across = new Set<string>(Object.keys(acrossStatuses));

function own(status: Status): readonly (readonly [EventName, EventLaw])[] {
  return lawsIn(status).filter(([event]) => !across.has(event));
}

function targets(next: Next): readonly (Status | 'stays')[] {
  return typeof next === 'string' ? [next] : next.of;
}

function named(status: Status | 'stays', from: Status): string {
  if (status === 'stays' || status === from) return 'stays';
  return isFinal(status) ? `${status} ■` : status;
}

function row(status: Status, first: boolean, event: EventName, law: EventLaw): string {
  const { zh, deadlines }: StatusLaw = lifecycle[status];
  const allowedRoles = law.when ? `timer: ${deadlineLabels[law.when].en.toLowerCase()}` : law.allowedRoles.join(', ');
  const conditions = law.guards.map((name) => guards[name].en).join(' · ');
  const next = targets(law.next)
    .map((target) => named(target, status))
    .join(', ');
  const until = first && deadlines.length ? ` <br>_${deadlines.join(', ')}_` : '';
  const text = `${law.when ? `*${event}*` : event} ${eventLabels[event].zh}`;
  return `| ${first ? `**${status}** ${zh}${until}` : ''} | ${text} | ${allowedRoles} | ${conditions} | ${next} | ${law.clause} |`;
}

/** The law as a Markdown table, straight from `rules/lifecycle.ts`. */
export function lawTable(): string {
  const rows = statuses.flatMap((status) =>
    own(status).map(([event, law], index) => row(status, index === 0, event, law)),
  );
  const everywhere = Object.entries<EventLaw>(acrossStatuses).map(([event, law], index) => {
    const conditions = law.guards.map((name) => guards[name].en).join(' · ');
    const text = `${event} ${eventLabels[event as EventName].zh}`;
    const next = law.next === 'stays' ? law.next : `${String(law.next)} ■`;
    return `| ${index === 0 ? '_any that is not final_' : ''} | ${text} | ${law.allowedRoles.join(', ')} | ${conditions} | ${next} | ${law.clause} |`;
  });
  const head = ['| status | event | who | conditions | next | clause |', '| --- | --- | --- | --- | --- | --- |'];
  return [...head, ...rows, ...everywhere].join('\n');
}

/** The lifecycle as a Mermaid state diagram: withdrawal and the filing cutoff are left to the table, to keep it readable. */
export function lawDiagram(): string {
  const quiet = new Set<EventName>(['withdraw', 'filing_cutoff']);
  const arrows = statuses.flatMap((status) => {
    const byTarget = new Map<Status, string[]>();
    for (const [event, law] of own(status)) {
      if (quiet.has(event)) continue;
      for (const target of targets(law.next)) {
        if (target === 'stays' || target === status) continue;
        byTarget.set(target, [...(byTarget.get(target) ?? []), eventLabels[event].zh]);
      }
    }
    return [...byTarget].map(([target, labels]) => `  ${status} --> ${target}: ${labels.join(' / ')}`);
  });
  const names = statuses.map((status) => `  ${status}: ${lifecycle[status].zh}`);
  const ends = statuses.filter((status) => isFinal(status)).map((status) => `  ${status} --> [*]`);
  return ['stateDiagram-v2', ...names, '  [*] --> draft', ...arrows, ...ends].join('\n');
}

/** Puts generated text between two marks of a page, leaving the rest as people wrote it. */
export function between(page: string, mark: string, text: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the page has no marks for ${mark}`);
  return `${page.slice(0, start + open.length)}\n${text}\n${page.slice(end)}`;
}

/** The README with the law's table and diagram as the code has them. */
export function readmeWithLaw(readme: string): string {
  const withDiagram = between(readme, 'lifecycle', `\`\`\`mermaid\n${lawDiagram()}\n\`\`\``);
  return between(withDiagram, 'law', lawTable());
}
