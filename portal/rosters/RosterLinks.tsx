import { Button } from 'antd';
import { useState } from 'react';
import { type RosterName, rosterNames, rosters } from '../../rules/exports/rosters.js';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { application } from '../labels/application.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { queue } from '../labels/queue.js';

interface Props {
  readonly campaignId: string;
  /** As what the reader takes them. */
  readonly reader: 'unit' | 'department' | 'office';
}

/** Links to the rosters of a campaign as workbooks: with ID numbers masked, or whole once a reason is given. */
export function RosterLinks({ campaignId, reader }: Props) {
  const localize = useLocalized();
  const t = useLabels(queue);
  const [asking, setAsking] = useState<RosterName | null>(null);
  const own = rosterNames.filter((name) => rosters[name].readers.some((one) => one === reader));
  return (
    <ul className="noPrint" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {own.map((name) => (
        <li key={name} className="row">
          <a href={`/api/campaigns/${campaignId}/rosters/${name}`}>{localize(rosters[name])}</a>
          <Button
            size="small"
            onClick={() => setAsking(name)}
            aria-label={`${localize(rosters[name])} ${t('wholeNumbers')}`}
          >
            {t('wholeNumbers')}
          </Button>
        </li>
      ))}
      {asking === null ? null : (
        <WholeNumbers campaignId={campaignId} roster={asking} onClose={() => setAsking(null)} />
      )}
    </ul>
  );
}

/** Asks why the whole numbers are needed, and saves the file. */
function WholeNumbers(props: {
  readonly campaignId: string;
  readonly roster: RosterName;
  readonly onClose: () => void;
}) {
  const { campaignId: id, roster, onClose } = props;
  const t = useLabels(application);
  const localize = useLocalized();
  const title = localize(rosters[roster]);
  return (
    <FormModal<{ readonly reason: string }, Blob>
      title={title}
      ok={t('reveal')}
      invalidates="readings"
      send={async ({ reason }) => {
        const params = { path: { id, roster } };
        const sent = api.POST('/api/campaigns/{id}/rosters/{roster}', { params, body: { reason }, parseAs: 'blob' });
        return (await answer(sent)) as unknown as Blob;
      }}
      onClose={onClose}
      onDone={(file) => {
        save(file, `${rosters[roster].zh}.xlsx`);
        onClose();
      }}
    >
      <p className="quiet">{t('revealLead')}</p>
      <RequiredReason label={t('revealReason')} missing={t('revealReasonMissing')} maxLength={500} />
    </FormModal>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
