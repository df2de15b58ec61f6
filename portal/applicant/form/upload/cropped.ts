import type { Area } from 'react-easy-crop';

interface Cut {
  /** of the picture as it is turned, in pixels */
  readonly area: Area;
  /** in degrees, by quarters */
  readonly rotation: number;
}

/** The part of a picture as a JPEG file of its own, which says nothing of camera and place. */
export async function cropped(file: File, { area, rotation }: Cut): Promise<File> {
  const picture = await createImageBitmap(file);
  const turned = rotation % 180 !== 0;
  const [width, height] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const canvas = document.createElement('canvas');
  canvas.width = area.width;
  canvas.height = area.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, area.width, area.height);
  context.translate(width / 2 - area.x, height / 2 - area.y);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  picture.close();
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!content) throw new Error('the picture could not be written');
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  return new File([content], name, { type: 'image/jpeg', lastModified: file.lastModified });
}
