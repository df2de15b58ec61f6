import type { PaperInput } from '../../documents/paper/application/input.js';
import type { Profile } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { sampleDossier } from '../../simulation/samples/dossier.js';
import { sampleUnits } from '../../simulation/samples/organisations.js';
import { samplePerson } from '../../simulation/samples/people.js';
import { samplePhoto } from '../../simulation/samples/photo.js';
import { calendar } from './calendar.js';

const openedAt = Date.parse('2024-07-22T09:00:00+08:00');
const acceptedAt = Date.parse('2024-08-12T09:00:00+08:00');

/** What the review form of an invented candidate is made of; each index is another person, with a photo of their own. */
export function paperInputOf(index: number): PaperInput {
  const unit = sampleUnits[index % sampleUnits.length];
  const person = samplePerson(index, aksu2024.year);
  const profile: Profile = {
    level: index % 2 === 0 ? 'mid' : 'deputy_senior',
    track: 'regular',
    specialty: index % 3 === 0 ? 'chemical' : 'mechanical_electronic',
    employerKind: 'public_institution',
    defenseExempt: false,
  };
  const identity = { applicationId: `application-${index}`, campaignId: aksu2024.id, applicantId: person.email };
  const facts = openDraft({ ...identity, unitId: unit?.id ?? '', profile, chain: ['one', 'two'] }, aksu2024, calendar);
  const employer = unit?.name ?? '';
  return {
    number: `2024-AKSU-${String(index).padStart(5, '0')}-0`,
    policy: aksu2024,
    facts: { ...facts, acceptedAt },
    dossier: sampleDossier({ profile, person, employer, policy: aksu2024 }),
    photo: samplePhoto(index),
    applicantName: person.name,
    unitName: employer,
    chainNames: ['温宿县工业和信息化局', '阿克苏地区工业和信息化局'],
    openedAt,
    submittedAt: openedAt,
    defects: [],
    refusal: null,
    hearing: null,
    conferred: null,
    deadlines: {},
    fees: [],
  };
}
