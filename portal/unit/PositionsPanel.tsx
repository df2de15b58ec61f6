import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';
import { Panel } from '../components/Panel.js';
import { PositionHistory } from '../components/positions/PositionHistory.js';
import { PositionNumbers } from '../components/positions/PositionNumbers.js';
import { positionsQuery, type UnitPositions } from '../components/positions/positionQueries.js';
import { StatePositions } from '../components/positions/StatePositions.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';

/** The unit's positions in each open campaign that asks for them; nothing where none does. */
export function PositionsPanels() {
  const { data = [] } = useQuery(campaignsQuery);
  return data
    .filter((campaign) => campaign.positions && campaign.state === 'open')
    .map(({ id, title }) => <PositionsPanel key={id} campaignId={id} heading={title} />);
}

interface Props {
  readonly campaignId: string;
  /** named where the page shows several campaigns */
  readonly heading?: string;
  /** only this level: the one an application is for */
  readonly level?: string;
}

/** What is approved, occupied and vacant at each level, and the form to state it. */
export function PositionsPanel({ campaignId, heading, level }: Props) {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const binding = useBinding();
  const { data } = useQuery(positionsQuery(campaignId, level === undefined ? {} : { level }));
  const [stating, setStating] = useState<UnitPositions | null>(null);
  const items = (data?.items ?? []).filter(({ unitId }) => unitId === binding?.scope);
  if (items.length === 0) return null;
  return (
    <Panel title={t('positions')}>
      <p className="quiet" {...(heading === undefined ? {} : { lang: 'zh-CN' })}>
        {heading ?? t('ownLead')}
      </p>
      <ul className="lines">
        {items.map((one) => (
          <li key={one.level}>
            <div>
              <strong>{choiceLabel(one.level)}</strong> <PositionNumbers of={one} />
            </div>
            <div className="row">
              <Button size="small" onClick={() => setStating(one)}>
                {t('edit')}
                <span className="visuallyHidden"> {choiceLabel(one.level)}</span>
              </Button>
              {one.seq === null ? null : <PositionHistory campaignId={campaignId} of={one} />}
            </div>
          </li>
        ))}
      </ul>
      {stating === null ? null : (
        <StatePositions campaignId={campaignId} of={stating} onClose={() => setStating(null)} />
      )}
    </Panel>
  );
}
