import { RotateLeftOutlined, RotateRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Slider } from 'antd';
import { useEffect, useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import { policyQuery } from '../../../api/applications.js';
import { common } from '../../../labels/common.js';
import { uploadLabels } from '../../../labels/dossier/uploads.js';
import { useLabels } from '../../../labels/labelArea.js';
import { cropped } from './cropped.js';
import 'react-easy-crop/react-easy-crop.css';

interface Props {
  readonly applicationId: string;
  readonly file: File;
  readonly onClose: () => void;
  readonly onCropped: (file: File) => void;
}

/** Crops a portrait to the proportions of the policy, by pointer, touch or keyboard, and says whether enough of it is left. */
export function CropDialog({ applicationId, file, onClose, onCropped }: Props) {
  const t = useLabels(uploadLabels);
  const tCommon = useLabels(common);
  const address = useAddressOf(file);
  const scans = useQuery(policyQuery(applicationId)).data?.scans;
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const [area, setArea] = useState<Area | null>(null);
  if (scans === undefined || address === null) return null;
  const [width, height, least] = [scans.photoWidth.value, scans.photoHeight.value, scans.photoPixels.value];
  const isSmall = area !== null && area.width < least;
  const turn = (degrees: number) => setRotation((before) => (before + degrees + 360) % 360);
  const use = async () => {
    if (area === null) return;
    onCropped(await cropped(file, { area, rotation }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('crop')}
      width={560}
      mask={{ closable: false }}
      okText={t('cropUse')}
      cancelText={tCommon('cancel')}
      okButtonProps={{ disabled: area === null || isSmall }}
      onOk={() => use()}
      onCancel={onClose}
    >
      <p className="quiet">{t('cropHint', { width, height })}</p>
      <div className="cropFrame">
        <Cropper
          image={address}
          crop={crop}
          zoom={zoom}
          rotation={rotation}
          aspect={width / height}
          maxZoom={5}
          keyboardStep={5}
          disableAutomaticStylesInjection
          cropperProps={{ 'aria-label': t('cropArea') }}
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropAreaChange={(_, pixels) => setArea(pixels)}
        />
      </div>
      <div className="row cropTools">
        <Button icon={<RotateLeftOutlined />} aria-label={t('turnLeft')} onClick={() => turn(-90)} />
        <Button icon={<RotateRightOutlined />} aria-label={t('turnRight')} onClick={() => turn(90)} />
        <Slider
          className="cropZoom"
          min={1}
          max={5}
          step={0.05}
          value={zoom}
          onChange={setZoom}
          ariaLabelForHandle={t('zoom')}
          tooltip={{ open: false }}
        />
      </div>
      <span role="status" className={isSmall ? 'fieldError' : 'quiet'}>
        {area === null ? '' : t(isSmall ? 'cropSmall' : 'cropSize', { width: area.width, height: area.height, least })}
      </span>
    </Modal>
  );
}

/** An address under which the page can show a file, while it does. */
function useAddressOf(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
