import { Input } from 'antd';
import type { ComponentProps, CSSProperties } from 'react';

/** A text area that grows with its text from `minRows` to `maxRows`; Ant Design's own way needs inline styles. */
export function GrowingTextArea({
  minRows,
  maxRows,
  ...input
}: ComponentProps<typeof Input.TextArea> & { readonly minRows: number; readonly maxRows: number }) {
  const rows = { '--least': minRows, '--most': maxRows } as CSSProperties;
  return <Input.TextArea rows={minRows} classNames={{ textarea: 'growing' }} styles={{ textarea: rows }} {...input} />;
}
