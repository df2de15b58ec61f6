import { useBinding } from '../app/binding.js';
import { PositionsView } from '../components/positions/PositionsView.js';
import { useLabels } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';

/** `/office/positions`: every unit's positions by level, where a campaign asks for them. */
export function PositionsPage() {
  const t = useLabels(positions);
  return <PositionsView bound={useBinding()?.scope ?? null} lead={t('allLead')} mayState />;
}
