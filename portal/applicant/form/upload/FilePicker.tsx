import { CameraOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { accepted } from './UploadQueue.js';

interface Props extends Pick<ButtonProps, 'icon' | 'id' | 'aria-label' | 'children'> {
  /** for tests and help: what the input is for */
  readonly name: string;
  /** of what a photo is taken; null: the button says no more */
  readonly cameraOf: string | null;
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that chooses files, and on a phone or tablet one that takes a photo. */
export function FilePicker({ name, cameraOf, isMultiple = false, onFiles, ...button }: Props) {
  const t = useLabels(uploadLabels);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(target.files ?? [])];
    target.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <>
      <Button size="small" {...button} onClick={() => files.current?.click()} />
      <Button
        size="small"
        className="cameraButton"
        icon={<CameraOutlined />}
        {...(cameraOf === null ? {} : { 'aria-label': t('takePhotoOf', { name: cameraOf }) })}
        onClick={() => camera.current?.click()}
      >
        {t('takePhoto')}
      </Button>
      <input
        ref={files}
        type="file"
        hidden
        multiple={isMultiple}
        accept={accepted.join(',')}
        data-upload={name}
        onChange={take}
      />
      <input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={take} />
    </>
  );
}
