import { localDateOf } from '../../rules/calendar/instant.js';
import { type CampaignCodes, labelOfCode } from '../../rules/campaign/codes.js';
import { degreeLevels } from '../../rules/dossier/choices.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { publishablePart } from '../../rules/dossier/publishablePart.js';
import { publishedAchievements } from '../../rules/dossier/resultDates.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Application } from '../api/applications.js';
import { choiceLabels } from '../labels/dossier/dossier.js';

interface Props {
  readonly application: Application;
  readonly sections: unknown;
  readonly campaign: {
    readonly codes: Pick<CampaignCodes, 'levels'>;
    readonly specialties: readonly { readonly code: string; readonly name: string; readonly series: string }[];
  };
  /** the policy the application is judged by */
  readonly policy: Policy;
  /** the day of posting, in Beijing */
  readonly from: string;
  /** the first instant after the period */
  readonly due: string;
}

/**
 * Annex 1 of the notice, verbatim and only in Chinese, because it is posted. The ID number comes masked; so are name and
 * unit where the form requests it for confidential work.
 */
export function Annex1({ application, sections, campaign, policy, from, due }: Props) {
  const dossier = (sections ?? {}) as Dossier;
  const part = publishablePart(dossier, application.profile);
  const achievements = publishedAchievements(dossier, policy);
  const masked = dossier.masking?.maskedItems ?? [];
  const name = masked.includes('name') ? maskName(application.applicantName) : application.applicantName;
  const unitName = masked.includes('employer') ? '本单位' : application.unitName;
  const specialty = campaign.specialties.find(({ code }) => code === part.specialty);
  const responseText = (choice: string | null) => (choice === null ? null : (choiceLabels[choice]?.zh ?? choice));
  const facts = [
    ['性别', responseText(part.gender)],
    ['族别', part.ethnicity],
    ['政治面貌', part.politicalStatus],
    ['身份证号', part.idNumber],
    ['学历', inWords(part.education)],
    ['现任专业技术职务任职资格', part.presentTitle],
  ] as const;
  const last = localDateOf(Date.parse(due) - 1);
  return (
    <article className="annex" lang="zh-CN">
      <h2>推荐单位公示</h2>
      <p>
        根据自治区、地区职称评审工作要求，现对{name}同志申报{seriesOf(specialty)}
        {specialty?.name ?? part.specialty}专业{labelOfCode(campaign.codes.levels, part.level).zh}
        专业技术任职资格进行公示。
      </p>
      <p>
        <strong>基本信息：</strong>
        {facts
          .flatMap(([label, value]) =>
            value ? [`${label}${label === '现任专业技术职务任职资格' ? '：' : ' '}${value}`] : [],
          )
          .join('；')}
        。
      </p>
      <p>
        <strong>思想政治条件：</strong>
        <span className="annexBlank" />
      </p>
      <p style={{ marginBlockEnd: 0 }}>
        <strong>业绩成果：</strong>
        {achievements.length === 0 ? '（未填写）' : null}
      </p>
      <ol className="annexList">
        {achievements.map(({ title, role, obtainedOn, description }) => (
          <li key={`${title}${role}`}>
            {[title, obtainedOn && inFull(obtainedOn), role && `本人作用：${role}`, description]
              .filter(Boolean)
              .join('。')}
          </li>
        ))}
      </ol>
      <p>
        公示时间从{inFull(from)}起至{inFull(last)}止（公示期自张贴次日起算）。如对{name}
        同志的相关信息有疑异，请电话或书面形式反映至
        {unitName}办公室，监督电话：
        <span className="annexBlank annexShort" />
      </p>
      <div className="annexSign">
        <div>
          签字：
          <span className="annexBlank annexShort" />
        </div>
        <div>{unitName}（推荐单位公章）</div>
        <div>{inFull(from)}</div>
      </div>
    </article>
  );
}

/** The series with its suffix exactly once, however the policy writes it. */
const seriesOf = (specialty: { readonly series: string } | undefined) =>
  specialty === undefined ? '' : `${specialty.series.replace(/系列$/, '')}系列`;
/** `大学本科（新疆大学，机械工程，2010-07-01）` */
function inWords(education: ReturnType<typeof publishablePart>['education']): string | null {
  const each = education.map(({ level, school, major, graduatedOn }) => {
    const details = [school, major, graduatedOn].filter(Boolean).join('，');
    return `${level === undefined ? '' : degreeLevels[level].zh}${details === '' ? '' : `（${details}）`}`;
  });
  return each.length === 0 ? null : each.join('、');
}

const maskName = (name: string) => `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`;

function inFull(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
