import { type CoveredArea, wholePage } from '../../../rules/dossier/covered.js';
import type { Raster } from './pdfPages.js';

/** Pixels a side of an area is moved outwards: nothing of a letter at its edge stays. */
const edge = 1;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOf({ x, y, width, height }: CoveredArea, raster: Raster, outwards: number): Box {
  const across = (part: number) => (part / wholePage) * raster.width;
  const down = (part: number) => (part / wholePage) * raster.height;
  return {
    left: Math.max(0, Math.floor(across(x)) - outwards),
    top: Math.max(0, Math.floor(down(y)) - outwards),
    right: Math.min(raster.width, Math.ceil(across(x + width)) + outwards),
    bottom: Math.min(raster.height, Math.ceil(down(y + height)) + outwards),
  };
}

/** Makes areas of a page black, in place. */
export function blacken(raster: Raster, areas: readonly CoveredArea[]): void {
  for (const area of areas) {
    const { left, top, right, bottom } = boxOf(area, raster, edge);
    for (let row = top; row < bottom; row += 1) {
      const from = (row * raster.width + left) * 4;
      raster.pixels.fill(0, from, from + (right - left) * 4);
    }
  }
}

/** As bright as a pixel of a black area is after it was compressed, at most. */
const blackest = 48;

/** Whether nothing but black is seen in areas of a page; a pixel at their edges may be of what is beside them. */
export function isBlack(raster: Raster, areas: readonly CoveredArea[]): boolean {
  const { pixels } = raster;
  return areas.every((area) => {
    const { left, top, right, bottom } = boxOf(area, raster, 0);
    for (let row = top + 1; row < bottom - 1; row += 1) {
      for (let place = (row * raster.width + left + 1) * 4; place < (row * raster.width + right - 1) * 4; place += 4) {
        const red = pixels[place] ?? 0;
        const green = pixels[place + 1] ?? 0;
        const blue = pixels[place + 2] ?? 0;
        if (red > blackest || green > blackest || blue > blackest) return false;
      }
    }
    return true;
  });
}
