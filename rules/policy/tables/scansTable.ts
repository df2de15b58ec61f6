import { byDefault } from '../campaigns/ruled.js';
import type { FieldTree } from '../policyFields.js';

/** What pictures uploaded as evidence have to be like, lengths in millimetres and pixels: a section of `policyTable`. */
export const scansTable = {
  shortSide: {
    kind: 'number',
    min: 0,
    max: 10_000,
    zh: '扫描件短边最少像素',
    en: 'Fewest pixels on the short side of a scan',
    usual: byDefault(400, '通知未规定像素：身份证（54毫米宽）按200dpi扫描，短边约425像素'),
  },
  photoWidth: {
    kind: 'number',
    min: 1,
    max: 200,
    zh: '证件照宽度（毫米）',
    en: 'Width of the portrait, in millimetres',
    usual: byDefault(25, '通知未规定尺寸：一寸照片宽25毫米、高35毫米'),
  },
  photoHeight: {
    kind: 'number',
    min: 1,
    max: 200,
    zh: '证件照高度（毫米）',
    en: 'Height of the portrait, in millimetres',
    usual: byDefault(35, '通知未规定尺寸：一寸照片宽25毫米、高35毫米'),
  },
  photoTolerance: {
    kind: 'number',
    min: 0,
    max: 100,
    zh: '证件照比例允许偏差（百分之）',
    en: 'Permitted deviation of the portrait’s proportions, in percent',
    usual: byDefault(5, '通知未规定：裁剪取整的偏差不超过5%'),
  },
  photoPixels: {
    kind: 'number',
    min: 1,
    max: 10_000,
    zh: '证件照宽度最少像素',
    en: 'Fewest pixels across the portrait',
    usual: byDefault(200, '通知未规定像素：25毫米按200dpi约200像素；常用295×413像素（300dpi）'),
  },
  /** Of 255; darker pictures come with a remark. */
  brightness: {
    kind: 'number',
    min: 0,
    max: 255,
    zh: '图片平均亮度提示线（0至255）',
    en: 'Mean brightness below which a picture is remarked on (0 to 255)',
    usual: byDefault(60, '通知要求清晰，未规定亮度：平均亮度低于60的提示审核人员，不拒收'),
  },
  /** Of 255; pictures whose pixels differ less come with a remark. */
  contrast: {
    kind: 'number',
    min: 0,
    max: 127,
    zh: '图片明暗差异提示线（0至127）',
    en: 'Contrast below which a picture is remarked on (0 to 127)',
    usual: byDefault(6, '通知要求清晰，未规定对比度：明暗差异低于6的（字迹过淡或空白页）提示审核人员，不拒收'),
  },
  /** Of 255, in the part where two pictures differ most: forms of one kind look alike and are filled in differently. */
  similarity: {
    kind: 'number',
    min: 0,
    max: 255,
    zh: '视为相同图片的局部差异（0至255）',
    en: 'Difference in any part up to which pictures are taken for the same (0 to 255)',
    usual: byDefault(
      25,
      '通知未规定：同一图片缩放、重新压缩后局部差异约20以内，同一表格填写内容不同的在50以上；只提示，不拒收',
    ),
  },
  /** In hundredths of the deviation of edges; pictures with fewer come with a remark. */
  sharpness: {
    kind: 'number',
    min: 0,
    max: 10_000,
    zh: '图片清晰度提示线（百分之一）',
    en: 'Sharpness below which a picture is remarked on, in hundredths',
    usual: byDefault(100, '通知要求清晰，未规定清晰度：低于1.00的提示审核人员，不拒收（清楚的文字扫描件约为10）'),
  },
} as const satisfies FieldTree;
