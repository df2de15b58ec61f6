import { PositionsView } from '../components/positions/PositionsView.js';
import { useLabels } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';

/** `/department/positions`: the positions of the units below this department, to confirm them. */
export function DepartmentPositionsPage() {
  const t = useLabels(positions);
  return <PositionsView bound={null} lead={t('departmentLead')} mayState={false} />;
}
