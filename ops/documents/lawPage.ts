import { deadlineLabels } from '../../rules/application/deadlines.js';
import { guards } from '../../rules/application/guards.js';
import { isConferred } from '../../rules/application/isConferred.js';
import {
  acrossStatuses,
  type EventLaw,
  type EventName,
  eventLabels,
  isFinal,
  lawsIn,
  lifecycle,
  type Next,
  type Status,
  type StatusLaw,
  statuses,
} from '../../rules/application/lifecycle.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { cite } from '../../rules/policy/clauses.js';

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
  return `| ${first ? `**${status}** ${zh}${until}` : ''} | ${text} | ${allowedRoles} | ${conditions} | ${next} | ${cite(aksu2024, law.clause)} |`;
}

/** The law as a Markdown table. */
export function lawTable(): string {
  const rows = statuses.flatMap((status) =>
    own(status).map(([event, law], index) => row(status, index === 0, event, law)),
  );
  const everywhere = Object.entries<EventLaw>(acrossStatuses).map(([event, law], index) => {
    const conditions = law.guards.map((name) => guards[name].en).join(' · ');
    const text = `${event} ${eventLabels[event as EventName].zh}`;
    const next = law.next === 'stays' ? law.next : `${String(law.next)} ■`;
    return `| ${index === 0 ? '_any that is not final_' : ''} | ${text} | ${law.allowedRoles.join(', ')} | ${conditions} | ${next} | ${cite(aksu2024, law.clause)} |`;
  });
  const head = ['| status | event | who | conditions | next | clause |', '| --- | --- | --- | --- | --- | --- |'];
  return [...head, ...rows, ...everywhere].join('\n');
}

/** Left out of the diagrams, because almost every status has them; the table shows them. */
const nearlyEverywhere = new Set<EventName>(['withdraw', 'filing_cutoff']);

/** Where a status leads, with the events that lead there. */
function waysFrom(status: Status): ReadonlyMap<Status, readonly string[]> {
  const byTarget = new Map<Status, string[]>();
  for (const [event, law] of own(status)) {
    if (nearlyEverywhere.has(event)) continue;
    for (const target of targets(law.next)) {
      if (target === 'stays' || target === status) continue;
      byTarget.set(target, [...(byTarget.get(target) ?? []), eventLabels[event].zh]);
    }
  }
  return byTarget;
}

/** The lifecycle as a Mermaid state diagram, every status in it. */
export function lawDiagram(): string {
  const names = statuses.map((status) => `  ${status}: ${lifecycle[status].zh}`);
  const arrows = statuses.flatMap((status) =>
    [...waysFrom(status)].map(([target, labels]) => `  ${status} --> ${target}: ${labels.join(' / ')}`),
  );
  const ends = statuses.filter((status) => isFinal(status)).map((status) => `  ${status} --> [*]`);
  return ['stateDiagram-v2', ...names, '  [*] --> draft', ...arrows, ...ends].join('\n');
}

/** The way from draft to conferral as a Mermaid flowchart: without labels and without the other ends. */
export function lawOverview(): string {
  const shown = statuses.filter((status) => !isFinal(status) || isConferred(status));
  const names = shown.map((status) => `  ${status}["${lifecycle[status].zh}<br>${lifecycle[status].en}"]`);
  const arrows = shown.map(
    (status) => [status, [...waysFrom(status).keys()].filter((to) => shown.includes(to))] as const,
  );
  const lines = arrows.filter(([, to]) => to.length > 0).map(([from, to]) => `  ${from} --> ${to.join(' & ')}`);
  return ['flowchart LR', ...names, ...lines].join('\n');
}

/** The page `docs/law.md`. */
export function lawPage(): string {
  return `# The law

Written by \`npm run docs\` from \`rules/application/lifecycle.ts\`; \`test/unit/application/lawPage.test.ts\` compares the two.
Sources: the notice of 2024-07-15 (通知) and 人社部令第40号. What covers the notice [sentence by sentence](notice-2024.md) is on a page of its own.

## The lifecycle

The diagram leaves out withdrawal, the filing cutoff, and what is possible in every status; the table has them.

\`\`\`mermaid
${lawDiagram()}
\`\`\`

## The table

■ marks a final status, *italics* an event that a passing deadline causes. Below each status stand the deadlines that run in it.

${lawTable()}
`;
}

/** Puts generated text between two marks of a page, leaving the rest as people wrote it. */
export function between(page: string, mark: string, text: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const start = page.indexOf(open);
  const end = page.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the page has no marks for ${mark}`);
  return `${page.slice(0, start + open.length)}\n${text}\n${page.slice(end)}`;
}

/** The README with the picture of the lifecycle as the code has it. */
export function readmeWithLifecycle(readme: string): string {
  return between(readme, 'lifecycle', `\`\`\`mermaid\n${lawOverview()}\n\`\`\``);
}
