import type { LocalDate } from '../../../rules/calendar/instant.js';
import type { SanctionView } from '../../../rules/notifications/notificationKinds.js';
import type { NotificationContent, NotificationFacts, NotificationTemplate } from './notification.js';

const objecting =
  '对处理决定有异议的，请凭决定书向作出决定的机关提出；登记有误的，请持证明材料向评委会办事机构或监督申请更正、解除。';

const day = (date: LocalDate) => {
  const [year, month, of] = date.split('-').map(Number);
  return `${year}年${month}月${of}日`;
};
const restsOn = ({ basis, clause }: SanctionView) => `依据：${basis}（${clause}）`;
const term = ({ startsOn, expiresOn, subject }: SanctionView) =>
  `自${day(startsOn)}至${day(expiresOn)}（含当日），期间${subject === 'unit' ? '本单位人员的申报不予受理' : '不能申报'}。`;
const titled = ({ certificateNumber }: SanctionView) =>
  certificateNumber === null ? '' : `（证书编号 ${certificateNumber}）`;

/** The person or unit sanctioned, as the reader of the letter knows them. */
const ownerLabel = ({ to }: NotificationFacts, { name }: SanctionView) => (to === 'applicant' ? '您' : name);

function about(
  write: (sanction: SanctionView, facts: NotificationFacts) => Omit<NotificationContent, 'path'>,
): NotificationTemplate {
  return (facts) => {
    if (facts.sanction === null) throw new Error('a letter about a sanction that is not there');
    const { applicationId } = facts.detail;
    const path = applicationId === undefined ? '/' : `/applications/${applicationId}`;
    return { ...write(facts.sanction, facts), path };
  };
}

/** What a candidate does whose unit cannot recommend. */
const inPlace = ({ recommendedBy: department }: SanctionView) =>
  department === null
    ? '单位在处罚期满前不能推荐；请及时与评委会办事机构联系。'
    : `单位公示期满后，由${department}核实并推荐，您无需重新提交；请留意申报的报送截止时间。`;

/** Letters about the register: on which basis, until when, and how to object. */
export const sanctionNotifications = {
  sanction_in_force: about((sanction, facts) => ({
    title: '处罚已登记',
    happened: `对${ownerLabel(facts, sanction)}的处罚已经登记。${restsOn(sanction)}。`,
    todo: objecting,
    until: [term(sanction)],
  })),
  title_revoked: about((sanction, facts) => ({
    title: '撤销专业技术职务任职资格',
    happened: `${ownerLabel(facts, sanction)}取得的专业技术职务任职资格${titled(sanction)}已被撤销。${restsOn(sanction)}。`,
    todo: facts.to === 'applicant' ? objecting : `请按规定处理聘任等后续事宜，并转告本人。${objecting}`,
    until: [term(sanction)],
  })),
  sanction_lifted: about((sanction, facts) => ({
    title: '处罚已解除',
    happened:
      `对${ownerLabel(facts, sanction)}的处罚已经解除。原${restsOn(sanction)}。` +
      (sanction.revokes
        ? sanction.restoresTitle
          ? `被撤销的专业技术职务任职资格${titled(sanction)}同时恢复。`
          : `已撤销的专业技术职务任职资格${titled(sanction)}不恢复。`
        : ''),
    todo: '无需办理；没有其他处罚的，自解除之日起可以申报。对解除的内容有异议的，可向评委会办事机构提出。',
  })),
  unit_barred: about((sanction) => ({
    title: '所在单位在处罚期内，不得推荐',
    happened: `对${sanction.name}的处罚已经登记，您的申报尚在该单位。${restsOn(sanction)}。`,
    todo: inPlace(sanction),
    until: [`处罚期自${day(sanction.startsOn)}至${day(sanction.expiresOn)}（含当日），期间该单位不得推荐。`],
  })),
  unit_passed: (facts) => ({
    ...about((sanction, { detail, to }) => ({
      title: '单位在处罚期内，请代为推荐',
      happened: `对${sanction.name}的处罚已经登记，该单位尚有${detail.applications}份申报未推荐。${restsOn(sanction)}。`,
      todo:
        to === 'department'
          ? '单位公示期满后，请在待办中打开申报，核实并上传推荐材料后推荐；不予推荐的请说明理由。单位仍负责公示。'
          : '该单位没有上级主管部门：处罚期内无人推荐，请告知申报人如何办理。',
      until: [`处罚期自${day(sanction.startsOn)}至${day(sanction.expiresOn)}（含当日）；申报的报送截止时间不变。`],
    }))(facts),
    path: facts.to === 'department' ? '/department' : '/office/queue',
  }),
} as const satisfies Record<
  'sanction_in_force' | 'sanction_lifted' | 'title_revoked' | 'unit_barred' | 'unit_passed',
  NotificationTemplate
>;
