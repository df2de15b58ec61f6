import type { BilingualText } from '../bilingualText.js';
import { codesOf } from '../codesOf.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { DocumentKind } from './dossier.js';

type ScanPolicy = Pick<Policy, 'scans' | 'clauses'>;

/** What was measured of a picture, as it shows once it is turned the way it says. */
export interface MeasuredPicture {
  readonly width: number;
  readonly height: number;
  /** Mean of all pixels, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of all pixels, of 255: low where the ink is hardly darker than the paper. */
  readonly contrast: number;
  /** Deviation of its edges, in hundredths. */
  readonly sharpness: number;
}

/** What a person has to look at in a picture that was taken. */
export const pictureRemarkLabels = {
  dark: { zh: '画面偏暗，请核对是否清晰', en: 'Dark: please check that it is legible' },
  faint: { zh: '字迹过淡或页面空白，请核对是否清晰', en: 'Faint or blank: please check that it is legible' },
  unsharp: { zh: '画面模糊，请核对是否清晰', en: 'Unsharp: please check that it is legible' },
  sideways: { zh: '横向页面，请核对是否正向', en: 'Landscape: please check that it is upright' },
} as const satisfies Record<string, BilingualText>;
export type PictureRemark = keyof typeof pictureRemarkLabels;
export const pictureRemarks = codesOf(pictureRemarkLabels);

/** A picture that was taken: its size in pixels, and what to look at. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly remarks: readonly PictureRemark[];
}

/** Pages of A4 held upright; certificates and cards lie as they please. */
const upright: readonly DocumentKind[] = [
  'degree_verification',
  'graduate_registration',
  'qualification_document',
  'review_form',
  'appraisal_form',
  'personal_appraisal',
  'work_summary',
  'publicity_notice',
  'publicity_result',
  'recommendation',
  'commitment',
  'continuing_education_exemption',
  'expert_recommendation',
  'assessment_form',
  'entrustment_letter',
  'entrusted_decision',
];
/** Photos of places, not scans of papers. */
const notScanned: readonly DocumentKind[] = ['photo', 'posting_photo'];

/** Whether pictures of a kind are looked for in other applications: portraits are all laid out alike. */
export const isCompared = (kind: DocumentKind): boolean => !notScanned.includes(kind);

/** Whether a picture is as wide to its height as a one-inch photo, within the policy's tolerance. */
export function hasPortraitProportions(
  picture: { readonly width: number; readonly height: number },
  { scans }: Pick<Policy, 'scans'>,
): boolean {
  const proportions = (picture.width * scans.photoHeight.value) / (picture.height * scans.photoWidth.value);
  return Math.abs(proportions - 1) * 100 <= scans.photoTolerance.value;
}

type Size = Pick<MeasuredPicture, 'width' | 'height'>;

function photoProblem(picture: Size | null, { scans }: Pick<Policy, 'scans'>): BilingualText | null {
  const [width, height] = [scans.photoWidth.value, scans.photoHeight.value];
  const least = scans.photoPixels.value;
  const leastHeight = Math.round((least * height) / width);
  const advice = {
    zh: `请上传宽${width}毫米、高${height}毫米比例的免冠照片（如295×413像素，不小于${least}×${leastHeight}像素）。`,
    en: `Please upload a portrait in the proportions ${width} mm wide to ${height} mm high (295 × 413 pixels, for instance; at least ${least} × ${leastHeight}).`,
  };
  if (picture === null)
    return {
      zh: `照片须为 JPEG 或 PNG 图片。${advice.zh}`,
      en: `The photograph has to be a JPEG or PNG picture. ${advice.en}`,
    };
  const is = {
    zh: `这张照片为${picture.width}×${picture.height}像素`,
    en: `${picture.width} × ${picture.height} pixels`,
  };
  if (!hasPortraitProportions(picture, { scans }))
    return {
      zh: `${is.zh}，比例不是一寸照片的比例。${advice.zh}`,
      en: `This photograph has ${is.en}, which are not its proportions. ${advice.en}`,
    };
  return picture.width < least
    ? { zh: `${is.zh}，太小。${advice.zh}`, en: `This photograph has ${is.en}, which is too small. ${advice.en}` }
    : null;
}

/**
 * Why a file is not taken as evidence of this kind, with its clause; null when it is. A portrait is a picture with the
 * proportions of a one-inch photo and large enough (通知 四（一）1), a scan has pixels enough to be read (四（一）). `picture`: null for a PDF.
 */
export function pictureProblem(
  kind: DocumentKind,
  picture: Size | null,
  policy: ScanPolicy,
): (BilingualText & { readonly clause: string }) | null {
  if (kind === 'photo') {
    const problem = photoProblem(picture, policy);
    return problem && { ...problem, clause: cite(policy, 'basic_information') };
  }
  if (picture === null || notScanned.includes(kind)) return null;
  const least = policy.scans.shortSide.value;
  return Math.min(picture.width, picture.height) >= least
    ? null
    : {
        clause: cite(policy, 'submission'),
        zh: `图片为${picture.width}×${picture.height}像素，看不清楚。请用原件重新扫描或拍摄，短边不少于${least}像素。`,
        en: `The picture has ${picture.width} × ${picture.height} pixels, too few to be read. Please scan or photograph the original again, with at least ${least} pixels on the short side.`,
      };
}

/** What a picture that is taken says for itself, for whoever reviews it: dark, unsharp, or a page on its side. */
export function pictureOf(kind: DocumentKind, measured: MeasuredPicture, { scans }: ScanPolicy): Picture {
  const { width, height, brightness, contrast, sharpness } = measured;
  const found: Record<PictureRemark, boolean> = {
    dark: brightness < scans.brightness.value,
    faint: kind !== 'photo' && brightness >= scans.brightness.value && contrast < scans.contrast.value,
    unsharp: kind !== 'photo' && sharpness < scans.sharpness.value,
    sideways: upright.includes(kind) && width > height,
  };
  return { width, height, remarks: pictureRemarks.filter((remark) => found[remark]) };
}
