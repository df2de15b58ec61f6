import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';

/** A link to an application's workflow in the Temporal UI; the API gives the address to operators only. */
export function EngineLink({ href }: { readonly href: string }) {
  const t = useLabels(common);
  return (
    <Button href={href} target="_blank" rel="noreferrer" icon={<ExportOutlined />}>
      {t('engine')}
    </Button>
  );
}
