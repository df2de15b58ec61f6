import { Alert } from 'antd';
import type { Application } from '../../api/applications.js';
import { application as area } from '../../labels/application.js';
import { useLabels } from '../../labels/labelArea.js';

/** Shows that a step of the application waits for an operator; otherwise nothing. */
export function Attention({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  return application.needsAttention ? <Alert type="warning" showIcon title={t('attention')} /> : null;
}
