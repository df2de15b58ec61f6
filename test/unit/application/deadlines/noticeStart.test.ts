import { noticeStart } from '../../../../rules/application/counting/noticeStart.js';

test.each([
  ['without a result nothing is said', null, '2024-08-20', null],
  ['of a result without a meeting its day', '2024-08-22', null, /^结果自2024-08-22起公示。$/],
  ['signed on the day of the meeting', '2024-08-22', '2024-08-21', /2024-08-21召开，纪要当日签署.*（2024-08-22）/],
  ['signed later', '2024-08-22', '2024-08-20', /2024-08-20召开，纪要于2024-08-21签署.*（2024-08-22）/],
])('%s', (_what, noticeFrom, metOn, told) => {
  const said = noticeStart({ noticeFrom, metOn });
  if (told === null) return expect(said).toBeNull();
  expect(said?.zh).toMatch(told);
  expect(said?.en).toContain('2024-08-22');
});
