import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { applicant } from '../../../labels/applicant.js';
import { useLabels } from '../../../labels/labelArea.js';
import { accepted } from './upload.js';

interface Props {
  readonly id: string;
  /** name of the document */
  readonly name: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Uploads one missing document; its kind and year are known. */
export function UploadButton({ id, name, onFiles }: Props) {
  const t = useLabels(applicant);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={id}
        size="small"
        icon={<UploadOutlined />}
        aria-label={t('uploadNamed', { name })}
        onClick={() => input.current?.click()}
      >
        {t('uploadThis')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted.join(',')}
        data-upload={id}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
