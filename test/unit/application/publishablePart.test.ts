import { publishablePart } from '../../../rules/dossier/publishablePart.js';
import { completeDossier, profile } from '../rules/completeDossier.js';

const published = (change: object) => publishablePart({ ...completeDossier, ...change }, profile);

test('what Annex 1 publishes changes with the achievements, and not with the telephone number', () => {
  const before = published({});
  const { basicInformation } = completeDossier;
  expect(published({ basicInformation: { ...basicInformation, phone: '13911111111' } })).toEqual(before);
  expect(published({ workSummary: { text: '改写' } })).toEqual(before);
  expect(published({ achievements: { entries: [{ title: '另一项' }] } })).not.toEqual(before);
  expect(published({ basicInformation: { ...basicInformation, politicalStatus: '党员' } })).not.toEqual(before);
});

test('a publicity for one level does not serve for another', () => {
  expect(publishablePart(completeDossier, { ...profile, level: 'mid' })).not.toEqual(published({}));
});

test('an empty dossier has a publishable part too', () => {
  expect(publishablePart({}, profile)).toMatchObject({ name: null, achievements: [] });
});
