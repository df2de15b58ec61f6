import { buildCalendar } from '../../rules/nationalCalendar.js';
import { xinjiangOverlays } from '../../rules/overlays/xinjiang.js';

const years = Object.keys(xinjiangOverlays).map(Number);

/** The calendar of every year there is an overlay for. */
export const calendar = buildCalendar({
  years,
  overlays: Object.values(xinjiangOverlays).filter((overlay) => overlay !== undefined),
});
