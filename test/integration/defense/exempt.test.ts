import { findApplication } from '../../../records/application/applications.js';
import { formatScore } from '../../../rules/defense/defenseScore.js';
import { stories } from '../../../simulation/story/story.js';
import { enterOnPaper } from '../../support/onPaper.js';
import { type DefenseApi, marks, sheetAt, startDefenseApi } from './defenseApi.js';

const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
let defense: DefenseApi;
beforeAll(async () => {
  defense = await startDefenseApi('defense-exempt', { size: tally.committee });
}, 60_000);
afterAll(() => defense.api.close());

test('an exempt candidate gets the exact average of the specialty when its last candidate is scored, and not before', async () => {
  const exempt = await defense.office.application(stories.defense, { profile: { defenseExempt: true } });
  await enterOnPaper(defense.office, exempt, { metOn: '2024-10-21', tally });
  const vote = () =>
    defense.office
      .as('office')
      .post(`/api/applications/${exempt}/actions/record_tally`)
      .send({ metOn: '2024-10-21', tally });
  const [one, other] = [await defense.appointed(), await defense.appointed()];
  const panel = defense.experts.slice(0, 3);
  const four = defense.experts.slice(0, 4);
  const sessions = [await defense.underWay([one], panel), await defense.underWay([other], four)];
  // 80, 80 and 81 by three, 90 by each of four: the averages are 241/3 and 90, theirs is 511/6, in lowest terms of hundredths 25550/3.
  for (const [index, expert] of panel.entries()) {
    const points = { ...marks(80), knowledge: 2_400 + (index === 2 ? 100 : 0) };
    await expert.as
      .post(`${sheetAt(sessions[0] ?? '', one)}/submit`)
      .send({ points })
      .expect(200);
  }
  expect((await vote().expect(409)).body.code).toBe('defense_pending');
  for (const expert of four) {
    await expert.as
      .post(`${sheetAt(sessions[1] ?? '', other)}/submit`)
      .send({ points: marks(90) })
      .expect(200);
  }
  await vote().expect(200);
  const score = (await findApplication(defense.api.db, exempt))?.facts.score;
  expect(score).toEqual({ sum: 25_550, count: 3 });
  expect(score && formatScore(score)).toBe('85.17');
});
