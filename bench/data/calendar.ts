import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiangOverlays } from '../../rules/calendar/overlays/xinjiang.js';

const years = Object.keys(xinjiangOverlays).map(Number);

/** The calendar of every year there is an overlay for. */
export const calendar = buildCalendar({
  years,
  overlays: Object.values(xinjiangOverlays).filter((overlay) => overlay !== undefined),
});
