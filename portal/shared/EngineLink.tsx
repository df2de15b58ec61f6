import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';

/** To the workflow of an application in the Temporal UI; only operators are told where it is. */
export function EngineLink({ href }: { readonly href: string }) {
  const t = useLabels(common);
  return (
    <Button href={href} target="_blank" rel="noreferrer" icon={<ExportOutlined />}>
      {t('engine')}
    </Button>
  );
}
