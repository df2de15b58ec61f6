import { RequiredReason } from '../components/RequiredReason.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';

/** The reason recorded with an act. */
export function ReasonField() {
  const t = useLabels(committee);
  return <RequiredReason label={t('reason')} missing={t('required')} maxLength={500} />;
}
