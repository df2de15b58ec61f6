import { Button } from 'antd';
import type { FormName } from '../../../rules/application/act.js';
import type { QueueItem } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import type { Role } from '../../api/me.js';
import { batch as area } from '../../labels/batch.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import type { BatchAct } from './batchRecord.js';

interface Props {
  readonly chosen: readonly QueueItem[];
  readonly role: Role | undefined;
  readonly onBegin: (act: BatchAct) => void;
}

/** Inputs that can be shared by many applications; everything else needs a form for each. */
const shareable: ReadonlySet<string> = new Set<FormName>(['nothing', 'freeText', 'attachments']);

/**
 * The acts the law allows this role for the selected applications, with counts; acts that only end an application are
 * not offered in batches.
 */
export function BatchButtons({ chosen, role, onBegin }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const law = useLaw();
  const acts = new Map<string, BatchAct>();
  for (const row of law?.events ?? []) {
    const { event, zh, en, takes, allowedRoles } = row;
    const items = chosen.filter(({ status }) => status === row.status);
    if (items.length === 0 || role === undefined || !allowedRoles.includes(role)) continue;
    if (!shareable.has(takes) || endsOnly(row.to, law?.statuses ?? [])) continue;
    acts.set(event, { event, zh, en, takes, items: [...(acts.get(event)?.items ?? []), ...items] });
  }
  return [...acts.values()].map((act) => (
    <Button key={act.event} onClick={() => onBegin(act)}>
      {t('several', { act: localize(act), n: act.items.length })}
    </Button>
  ));
}

function endsOnly(to: readonly string[], statuses: readonly { readonly name: string; readonly final: boolean }[]) {
  return to.length > 0 && to.every((name) => statuses.find((status) => status.name === name)?.final);
}
