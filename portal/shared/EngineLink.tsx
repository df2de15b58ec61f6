import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** To the workflow of an application in the Temporal UI; only operators are told where it is. */
export function EngineLink({ href }: { readonly href: string }) {
  const t = useWords(common);
  return (
    <Button href={href} target="_blank" rel="noreferrer" icon={<ExportOutlined />}>
      {t('engine')}
    </Button>
  );
}
