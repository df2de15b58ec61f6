import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { common } from '../../labels/common.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { positions } from '../../labels/positions.js';
import { Instant } from '../deadline/Instant.js';
import { Loading } from '../Loading.js';
import { Problem } from '../Problem.js';
import { useRoleLabels } from '../useRoleLabels.js';
import { type PositionEntry, positionHistoryQuery, type UnitPositions } from './positionQueries.js';

interface Props {
  readonly campaignId: string;
  readonly of: Pick<UnitPositions, 'unitId' | 'unitName' | 'level'>;
}

/** Opens who stated or confirmed a unit's positions of one level, when, from which numbers to which. */
export function PositionHistory({ campaignId, of }: Props) {
  const t = useLabels(positions);
  const tCommon = useLabels(common);
  const choiceLabel = useChoiceLabel();
  const [open, setOpen] = useState(false);
  const { unitName, level } = of;
  const whose = `${unitName} ${choiceLabel(level, campaignId)}`;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('history')}
        <span className="visuallyHidden"> {whose}</span>
      </Button>
      {open ? (
        <Modal
          open
          title={`${t('historyOf')} · ${whose}`}
          onCancel={() => setOpen(false)}
          footer={<Button onClick={() => setOpen(false)}>{tCommon('close')}</Button>}
        >
          <Entries campaignId={campaignId} of={of} />
        </Modal>
      ) : null}
    </>
  );
}

function Entries({ campaignId, of: { unitId, level } }: Props) {
  const t = useLabels(positions);
  const { data, error, refetch } = useQuery(positionHistoryQuery(campaignId, { unit: unitId, level }));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  if (data.items.length === 0) return <p className="quiet">{t('historyEmpty')}</p>;
  return (
    <ol className="lines">
      {data.items.map((entry, index) => (
        <li key={entry.seq}>
          <Entry entry={entry} before={data.items[index + 1]} />
        </li>
      ))}
    </ol>
  );
}

/** One statement or confirmation, with the numbers it changed. */
function Entry({ entry, before }: { readonly entry: PositionEntry; readonly before: PositionEntry | undefined }) {
  const t = useLabels(positions);
  const roleLabel = useRoleLabels();
  const { approved, occupied, confirms, reason, personName, role, at } = entry;
  const change = (from: number | undefined, to: number) =>
    from === undefined || from === to ? String(to) : t('fromTo', { from, to });
  return (
    <div>
      <div>
        <strong>{t(confirms ? 'didConfirm' : 'didState')}</strong>{' '}
        {t('entry', { approved: change(before?.approved, approved), occupied: change(before?.occupied, occupied) })}
      </div>
      {reason === null ? null : <div lang="zh-CN">{reason}</div>}
      <div className="quiet">
        <Instant at={at} /> <span lang="zh-CN">{personName ?? '—'}</span> {roleLabel(role)}
      </div>
    </div>
  );
}
