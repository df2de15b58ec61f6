import type { Facts, Profile } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import { buildCalendar } from '../../rules/calendar/nationalCalendar.js';
import { xinjiang2024 } from '../../rules/calendar/overlays/xinjiang2024.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';

/** The calendar of the 2024 campaign. */
export const calendar2024 = buildCalendar({ years: [2024], overlays: [xinjiang2024] });

export const deputySenior: Profile = {
  level: 'deputy_senior',
  track: 'regular',
  employerKind: 'public_institution',
  specialty: 'mechanical_electronic',
  defenseExempt: false,
};

/** A draft of a candidate who must defend, in a unit with one department above it. */
export function draft(more: Partial<Facts> = {}): Facts {
  return {
    ...openDraft(
      {
        applicationId: 'application-1',
        campaignId: 'aksu-2024',
        applicantId: 'applicant-1',
        unitId: 'unit-1',
        chain: ['department-1'],
        profile: deputySenior,
      },
      aksu2024,
      calendar2024,
    ),
    ...more,
  };
}
