import { Alert } from 'antd';
import type { Application } from '../../api/applications.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

/** Shows that the record of the application does not hold, or that a step of it waits for an operator; otherwise nothing. */
export function Attention({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { recordFault, needsAttention } = application;
  if (recordFault !== null) {
    return <Alert type="error" showIcon title={t('recordBroken')} description={localize(recordFault)} />;
  }
  return needsAttention ? <Alert type="warning" showIcon title={t('attention')} /> : null;
}
