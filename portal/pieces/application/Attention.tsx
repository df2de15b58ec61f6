import { Alert } from 'antd';
import type { Application } from '../../api/applications.js';
import { application as area } from '../../words/application.js';
import { useWords } from '../../words/area.js';

/** That a step of the application waits for an operator; nothing while none does. */
export function Attention({ application }: { readonly application: Application }) {
  const t = useWords(area);
  return application.needsAttention ? <Alert type="warning" showIcon title={t('attention')} /> : null;
}
