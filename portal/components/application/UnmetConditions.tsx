import { Alert } from 'antd';
import type { Application } from '../../api/applications.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

/** That none of the conditions (任职资格条件) is met and the office decides, or has decided; nothing when one is met. */
export function UnmetConditions({ application: { unmetConditions: unmet } }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  if (unmet === null) return null;
  return (
    <Alert
      type={unmet.waived ? 'info' : 'warning'}
      showIcon
      title={t(unmet.waived ? 'conditionsWaived' : 'conditionsUnmet')}
      description={`${localize(unmet)} ${t('basis', { clause: unmet.clause })}`}
    />
  );
}
