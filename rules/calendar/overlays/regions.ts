import type { BilingualText } from '../../bilingualText.js';
import type { Overlay } from './overlay.js';
import { xinjiangOverlays } from './xinjiang.js';

/** A region whose festivals campaigns count on, with an overlay for each year that has one. */
interface RegionLaw extends BilingualText {
  /** Null where only the national holidays count. */
  readonly overlays: Readonly<Partial<Record<number, Overlay>>> | null;
}

/** Another region is its overlay files and a row here. */
export const regions = {
  national: { zh: '全国（无地方节日）', en: 'National (no regional festivals)', overlays: null },
  xinjiang: { zh: '新疆维吾尔自治区', en: 'Xinjiang Uygur Autonomous Region', overlays: xinjiangOverlays },
} as const satisfies Readonly<Record<string, RegionLaw>>;
export type Region = keyof typeof regions;
export const regionCodes = Object.keys(regions) as readonly Region[];

/** The overlays of a region for these years, as far as there are any. */
export function overlaysOf(region: Region, years: readonly number[]): readonly Overlay[] {
  const { overlays }: RegionLaw = regions[region];
  return years.flatMap((year) => overlays?.[year] ?? []);
}

/** The festivals that the notices of a region name, whatever the year. */
export function festivalsOf(region: Region): readonly string[] {
  const { overlays }: RegionLaw = regions[region];
  return [...new Set(Object.values(overlays ?? {}).flatMap((one) => one?.festivals.map(({ name }) => name) ?? []))];
}
