import { Button } from 'antd';
import { useState } from 'react';
import { type RosterName, rosterNames, rosters } from '../../rules/exports/rosters.js';
import { answer, api } from '../api/client.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { queue } from '../labels/queue.js';
import { WholeNumbers } from './WholeNumbers.js';

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
        <WholeNumbers
          title={localize(rosters[asking])}
          fileName={`${rosters[asking].zh}.xlsx`}
          send={(body) => {
            const params = { path: { id: campaignId, roster: asking } };
            return answer(api.POST('/api/campaigns/{id}/rosters/{roster}', { params, body, parseAs: 'blob' }));
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </ul>
  );
}
