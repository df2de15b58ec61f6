import type { Overlay } from './overlay.js';
import { xinjiang2024 } from './xinjiang2024.js';
import { xinjiang2025 } from './xinjiang2025.js';
import { xinjiang2026 } from './xinjiang2026.js';
import { xinjiang2027 } from './xinjiang2027.js';

/** Every Xinjiang overlay there is (自治区人民政府令第174号), by year; a year not listed has none yet. */
export const xinjiangOverlays: Readonly<Partial<Record<number, Overlay>>> = {
  2024: xinjiang2024,
  2025: xinjiang2025,
  2026: xinjiang2026,
  2027: xinjiang2027,
};
