import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';

interface Props {
  readonly label: string;
  /** what it is called where several of them stand beside each other */
  readonly name?: string;
  readonly busy: boolean;
  readonly isMultiple?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** A button that asks for files an office publishes. */
export function UploadButton({ label, name = label, busy, isMultiple = false, onChoose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        // In a form, Ant Design's styles override the `hidden` attribute.
        style={{ display: 'none' }}
        accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
        multiple={isMultiple}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          if (chosen.length > 0) onChoose(chosen);
          target.value = '';
        }}
      />
      <Button
        size="small"
        icon={<UploadOutlined />}
        loading={busy}
        aria-label={name}
        onClick={() => field.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
