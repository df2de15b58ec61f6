/**
 * 国务院关于渐进式延迟法定退休年龄的办法, approved by 全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13): whoever would
 * reach the earlier age in `from` or later retires one month later for every `step` months, up to `most` months: men from 60
 * to 63, women of posts of 干部 from 55 to 58, women of posts of 工人 from 50 to 55. By the earlier age, in years.
 */
export const gradualRetirement: {
  readonly from: `${number}-${number}`;
  readonly delays: Readonly<Record<number, { readonly step: number; readonly most: number }>>;
} = {
  from: '2025-01',
  delays: {
    60: { step: 4, most: 36 },
    55: { step: 4, most: 36 },
    50: { step: 2, most: 60 },
  },
};
