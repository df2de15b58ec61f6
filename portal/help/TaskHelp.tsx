import { Link } from 'react-router';
import { help } from '../labels/help.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import type { Task } from './tasks/task.js';

/** Pages that the server writes, and not the portal. */
const ofServer = ['/notices', '/announcements'];

/** One task: its steps, and a link to the page on which it begins. */
export function TaskHelp({ task: { id, title, steps, to } }: { readonly task: Task }) {
  const t = useLabels(help);
  const localize = useLocalized();
  const link = { 'aria-label': t('toPageOf', { task: localize(title) }), className: 'noPrint' };
  return (
    <section id={id} className="task" aria-labelledby={`task-${id}`}>
      <h3 id={`task-${id}`}>{localize(title)}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step.zh}>{localize(step)}</li>
        ))}
      </ol>
      {ofServer.includes(to) ? (
        <a href={to} {...link}>
          {t('toPage')}
        </a>
      ) : (
        <Link to={to} {...link}>
          {t('toPage')}
        </Link>
      )}
    </section>
  );
}
