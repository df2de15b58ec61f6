import { turnOf } from '../../rules/application/lifecycle.js';
import { departmentDecides } from '../../rules/sanctions/sanctionedUnit.js';
import { type LetterFacts, toEach, type Write } from './letter.js';
import { candidate, dataOf, posts, unitWork } from './phrases.js';

/** An application waits to be recommended while a sanction of its unit is in force. */
function recommendationBarred(letter: LetterFacts) {
  const { to, policy } = letter;
  const passed = departmentDecides(letter, policy);
  const happened = `${to === 'applicant' ? '您' : candidate(letter)}的申报已到单位推荐环节；单位在处罚期内，不得推荐。`;
  switch (to) {
    case 'applicant':
      return {
        title: passed ? '申报由上级主管部门推荐' : '单位在处罚期内，不得推荐',
        happened,
        todo: passed
          ? '由上级主管部门核实后决定是否推荐，暂时无需您办理；请留意申报的报送截止时间。'
          : '单位在处罚期满前不能推荐；请及时与评委会办事机构联系。',
      };
    case 'department':
      return {
        title: `请代处罚期内单位推荐${candidate(letter)}`,
        happened,
        todo: '请核实并上传公示结果、推荐意见和个人承诺书后推荐；不予推荐的请说明理由。',
      };
    default:
      return {
        title: `${candidate(letter)}的申报${passed ? '由上级主管部门推荐' : '无人推荐'}`,
        happened,
        todo: passed
          ? '请配合上级主管部门核实，并提供公示结果等材料。'
          : '处罚期内没有可代为推荐的部门，请告知申报人如何办理。',
      };
  }
}

/** Letters from the draft to the arrival at the committee. */
export const filingLetters = {
  submitted: toEach({
    applicant: (letter) => ({
      title: '申报已提交单位审核',
      happened: '您的申报已提交，现由用人单位审核。',
      todo: `暂时无需您办理。请留意单位审核${posts(letter) ? '和公示' : ''}情况；申报须在下列截止时间前经单位和主管部门报送至评委会。`,
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报待单位审核`,
      happened: `${candidate(letter)}已提交申报。`,
      todo: `请审核申报材料的真实性、完整性和时效性，同意推荐的${posts(letter) ? '发布单位公示' : '推荐上报'}，不符合要求的退回申报人并说明理由。`,
    }),
  }),
  returned_to_applicant: (letter) => ({
    title: '申报被单位退回，请修改',
    happened: '用人单位审核后退回了您的申报。',
    todo: `请按退回理由修改后重新提交，并给${unitWork(letter)}和逐级报送留出时间。`,
  }),
  not_recommended: () => ({
    title: '申报未获推荐',
    happened: '您的申报未获推荐，本次申报到此结束。',
    todo: '如有疑问，请向用人单位或主管部门了解情况。',
  }),
  publicity_started: () => ({
    title: '单位公示已开始',
    happened: '用人单位已开始对您的申报进行公示。',
    todo: '暂时无需您办理。公示期满且无异议后，由单位推荐上报；补正后重新公示的，自动报送评委会。',
  }),
  publicity_retracted: () => ({
    title: '单位撤下公示更正',
    happened: '用人单位发现公示有误，已撤下更正，公示期从重新公示起从新计算。',
    todo: '暂时无需您办理。申报有截止时间的，请提醒单位尽快重新公示。',
  }),
  publicity_ended: toEach({
    applicant: ({ status }) => ({
      title: '单位公示期满',
      happened: '您的单位公示已期满，没有未办结的异议。',
      todo:
        turnOf(status) === 'unit' ? '暂时无需您办理，下一步由单位推荐上报。' : '暂时无需您办理，补正材料已报送评委会。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的单位公示期满${turnOf(letter.status) === 'unit' ? '，请推荐上报' : ''}`,
      happened: `${candidate(letter)}的单位公示已期满，没有未办结的异议。`,
      todo:
        turnOf(letter.status) === 'unit'
          ? '请上传公示结果、推荐意见和个人承诺书并推荐上报。'
          : '补正后的材料已报送评委会，暂时无需您办理。',
    }),
  }),
  recommendation_barred: recommendationBarred,
  objection_raised: toEach({
    applicant: () => ({
      title: '公示期间收到异议',
      happened: '公示期间收到对您申报的异议，现正在核实。异议办结前，申报停留在当前环节。',
      todo: '请配合核实，并按要求提供说明。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报有异议待核实`,
      happened: `公示期间收到对${candidate(letter)}申报的异议。`,
      todo: '请登录系统查看异议内容，核实后办结；办结前不能进入下一环节。',
    }),
  }),
  objection_resolved: (letter) =>
    dataOf(letter, 'outcome') === 'upheld'
      ? {
          title: '异议成立',
          happened: '经核实，公示期间收到的异议成立。',
          todo: '如有疑问，请向作出处理的单位或机构了解情况。',
        }
      : {
          title: '异议不成立，申报继续',
          happened: '经核实，公示期间收到的异议不成立，您的申报继续办理。',
          todo: '暂时无需您办理。',
        },
  recommended: () => ({
    title: '单位已推荐上报',
    happened: '用人单位已推荐您的申报并上报。',
    todo: '暂时无需您办理，下一步由主管部门或评委会审核。',
  }),
  forwarded: (letter) => ({
    title: `${candidate(letter)}的申报待审核上报`,
    happened: `${candidate(letter)}的申报已报送至您所在的部门。`,
    todo: '请审核：同意的上报，需要修改的退回单位并说明理由。',
  }),
  returned_to_unit: toEach({
    applicant: (letter) => ({
      title: '申报被主管部门退回单位',
      happened: '主管部门审核后将您的申报退回用人单位。',
      todo: `请与用人单位联系，按退回理由补充完善。${posts(letter) ? '公示内容有变化的，单位须重新公示。' : ''}`,
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报被退回`,
      happened: `主管部门将${candidate(letter)}的申报退回单位。`,
      todo: `请按退回理由处理后重新推荐上报${posts(letter) ? '；公示过的内容有变化的，须重新公示' : ''}。`,
    }),
  }),
} as const satisfies Record<string, Write>;
