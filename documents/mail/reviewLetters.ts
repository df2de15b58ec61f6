import { noticeStart } from '../../rules/application/counting/noticeStart.js';
import { findLaw } from '../../rules/application/lifecycle.js';
import { holds, isEntrusted } from '../../rules/policy/stagePlan.js';
import { type LetterFacts, toEach, type Write } from './letter.js';
import { candidate, dataOf, moment } from './phrases.js';

function whyDisqualified({ transition }: LetterFacts): string {
  return transition?.event === 'disqualify'
    ? '弄虚作假或违反承诺经查实，处罚已登记生效'
    : '结果公示期间的异议经核实成立';
}

/** Whether a meeting judges the candidate, or the office alone. */
const meets = ({ profile, policy }: LetterFacts) => holds('meeting', profile, policy);
const entrusted = ({ profile, policy }: LetterFacts) => isEntrusted(profile, policy);
const unopposed = ({ profile, policy }: LetterFacts) =>
  holds('public_notice', profile, policy) ? '结果公示期满且无异议，' : '';

/** From when the result is on notice, and why from then. */
function startOf({ transition }: LetterFacts): string {
  const { noticeFrom = null, metOn = null } = transition?.changes ?? {};
  return noticeStart({ noticeFrom, metOn })?.zh ?? '';
}

/** Letters of the defense, the meeting and the public notice of its result. */
export const reviewLetters = {
  defense_to_schedule: toEach({
    applicant: () => ({
      title: '请准备专业水平答辩',
      happened: '您的申报进入专业水平答辩环节。',
      todo: '请做好准备，答辩时间另行通知。',
    }),
    clerk: (letter) => ({
      title: `请安排${candidate(letter)}的答辩`,
      happened: `${candidate(letter)}已进入专业水平答辩环节。`,
      todo: `请安排答辩，并至少提前${letter.policy.defense.noticeDays.value}日通知申报人。`,
    }),
  }),
  defense_scheduled: (letter) => {
    const at = moment(Number(dataOf(letter, 'at')));
    const was = dataOf(letter, 'was');
    const where = letter.place === null ? '' : `，地点：${letter.place}`;
    const todo = '请携带身份证件准时参加；不能参加的，请提前联系评委会办事机构。';
    return was === undefined
      ? { title: `答辩时间：${at}`, happened: `您的专业水平答辩安排在${at}${where}。`, todo }
      : {
          title: `答辩时间或地点有变：${at}`,
          happened: `您的专业水平答辩安排有变：原定${moment(Number(was))}，现为${at}${where}。`,
          todo: `请以新的时间和地点为准，原安排不再有效。${todo}`,
        };
  },
  defense_called_off: (letter) => {
    const was = dataOf(letter, 'was');
    const when = typeof was === 'number' ? `原定${moment(was)}` : '';
    const where = letter.place === null ? '' : `在${letter.place}`;
    return {
      title: '原定的答辩不再举行，将另行安排',
      happened: `您${when}${where}的专业水平答辩不再举行，将另行安排；这不算缺席。`,
      todo: '原定时间请勿前往，请等候新的答辩时间通知。',
    };
  },
  defense_scored: () => ({
    title: '答辩已完成',
    happened: '您的专业水平答辩已完成，成绩已登记。',
    todo: '暂时无需您办理，请等候评审结果。',
  }),
  absent: ({ status }) => ({
    title: '未参加答辩',
    happened: '您没有参加安排的专业水平答辩。',
    todo: findLaw(status, 'schedule_defense')
      ? '答辩将改期，请留意新的答辩时间并按时参加。'
      : '申报将按无答辩成绩进入评审，无需您办理。',
  }),
  entrusted: toEach({
    applicant: () => ({
      title: '申报将委托其他评委会评审',
      happened: '您的申报进入委托评审环节，由评委会办事机构委托其他评委会评审。',
      todo: '暂时无需您办理；委托函寄出之前可以撤回申报。',
    }),
    clerk: (letter) => ({
      title: `请寄出${candidate(letter)}的委托评审函`,
      happened: `${candidate(letter)}的申报须委托其他评委会评审。`,
      todo: '请寄出委托评审函和申报材料，并登记寄出日期和受托评委会。',
    }),
  }),
  entrustment_sent: toEach({
    applicant: () => ({
      title: '委托评审函已寄出',
      happened: '评委会办事机构已寄出您的委托评审函和申报材料。',
      todo: '暂时无需您办理，请等候评审结果。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的委托评审函已寄出`,
      happened: `${candidate(letter)}的委托评审函和申报材料已寄出。`,
      todo: '请告知申报人等候评审结果。',
    }),
  }),
  entrusted_result_recorded: (letter) => ({
    title: `请确认${candidate(letter)}的委托评审结果`,
    happened: `${candidate(letter)}的委托评审结果已登记：${dataOf(letter, 'passed') === true ? '通过' : '未通过'}。`,
    todo: '请另一位工作人员核对评审结果文件后确认；登记有误的，可重新登记。',
  }),
  passed: (letter) => ({
    ...(meets(letter) || entrusted(letter)
      ? { title: '评审通过，结果公示', happened: `您的申报已通过评审。${startOf(letter)}` }
      : { title: '审核通过，结果公示', happened: `您的申报已审核通过。${startOf(letter)}` }),
    todo: '暂时无需您办理。公示期满且无异议的，取得相应资格。',
  }),
  not_passed: toEach({
    applicant: () => ({
      title: '未通过评审',
      happened: '您的申报未通过本次评审。',
      todo: '本次申报到此结束，无需您办理。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}未通过评审`,
      happened: `${candidate(letter)}未通过本次评审。`,
      todo: '请告知申报人。',
    }),
  }),
  deferred: () => ({
    title: '评审缓议',
    happened: '评审会对您的申报缓议。',
    todo: '暂时无需您办理，请等候再次评审。',
  }),
  notice_started: (letter) => ({
    ...(meets(letter)
      ? {
          title: `请在本单位公示${candidate(letter)}的评审结果`,
          happened: `${candidate(letter)}已通过评审。${startOf(letter)}`,
        }
      : {
          title: `请在本单位公示${candidate(letter)}的结果`,
          happened: `${candidate(letter)}已${entrusted(letter) ? '通过委托评审' : '审核通过'}。${startOf(letter)}`,
        }),
    todo: '请同步在本单位公示，并在系统中确认。公示期至下列时间。',
  }),
  conferred: toEach({
    applicant: (letter) => ({
      title: '取得专业技术职务任职资格',
      happened: `${unopposed(letter)}您已取得所申报的专业技术职务任职资格。祝贺您！`,
      todo: '无需您办理，可登录系统查看结果。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}取得任职资格`,
      happened: `${unopposed(letter)}${candidate(letter)}已取得所申报的专业技术职务任职资格。`,
      todo: '请按规定办理聘任等后续事宜。',
    }),
  }),
  disqualified: toEach({
    applicant: (letter) => ({
      title: '取消本次评审资格',
      happened: `${whyDisqualified(letter)}，取消您本次评审资格。`,
      todo: '如有疑问，请向评委会办事机构了解情况。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}被取消评审资格`,
      happened: `${whyDisqualified(letter)}，取消${candidate(letter)}本次评审资格。`,
      todo: '请按规定处理；正在本单位公示的，请撤下公示。',
    }),
  }),
} as const satisfies Record<string, Write>;
