import type { Basis } from '../policy/clauses.js';
import type { Status } from './lifecycle.js';

interface Help {
  readonly zh: string;
  readonly en: string;
  /** The clauses this help is written from. */
  readonly clause: Basis;
}

/**
 * What each status means, who does what, and what comes next, for the people concerned. It contains no numbers: they belong
 * to the policy, and each deadline explains its own.
 */
export const statusHelp = {
  draft: {
    zh: '申报人填写各栏目并上传清晰、正向的原件扫描件，按清单补齐后提交给所在单位。漏传、错传、未传的后果由申报人承担。须留出单位公示和逐级报送的时间：申报截止时仍未提交至评委会的，视为放弃。单位可以退回修改，退回后仍在这里办理。',
    en: 'The applicant fills in every section, uploads clear scans of the originals and, once the checklist is complete, submits to the unit. Leave time for the unit publicity and the departments: what has not reached the committee by the filing cutoff lapses. The unit may send the form back here for changes.',
    clause: ['filing', 'submission'],
  },
  unit_review: {
    zh: '用人单位核对材料的真实性、完整性和时效性。同意推荐的，发布单位公示（附件1），公示有笔误的可以在规定日数内说明理由撤下更正、重新公示；此前公示已期满且公示内容未变的，可沿用原公示；材料需要修改的，说明理由退回申报人；不同意推荐的，说明理由并告知申报人。',
    en: 'The unit checks that the material is true, complete and up to date. It then posts the publicity (Annex 1), which it may take back within some days to mend a mistake and post anew; or keeps an earlier one when nothing that was published has changed; sends the form back with reasons; or declines with a reason.',
    clause: ['unit_review', 'publicity_form'],
  },
  unit_publicity: {
    zh: '在单位内部公示申报人的基本信息、思想政治条件和业绩成果，期间任何人可以提出异议。期满且没有未办结的异议，自动进入单位推荐。异议成立的，不予推荐；不成立的，公示继续。公示期不因申报截止而缩短。',
    en: 'The application is on notice inside the unit and anybody may object. When the period is over and no objection is open it moves on by itself. An objection that is upheld ends the application; one that is dismissed does not. The period is never shortened because the filing cutoff is near.',
    clause: ['unit_review', 'publicity_form'],
  },
  recommendation: {
    zh: '公示期满无异议。用人单位上传公示结果、推荐意见（附件2）和个人承诺书（附件3），推荐上报。设有主管部门的逐级报送，没有的直接提交至评委会。',
    en: "The publicity is over. The unit attaches its result, the recommendation (Annex 2) and the applicant's commitment (Annex 3) and sends the application to the departments above it, or straight to the committee where there are none.",
    clause: ['unit_review', 'recommendation_form', 'commitment_form'],
  },
  superior_review: {
    zh: '主管部门逐级审核并上报，最后一级上报后即提交至评委会。需要单位修改的，说明理由退回单位；不同意的，说明理由不予推荐。申报截止以到达评委会的时间为准，请尽早办理。',
    en: 'The departments above the unit review one after the other; the last one sends the application to the committee. A department may return it to the unit with reasons, or decline. What counts for the filing cutoff is the arrival at the committee.',
    clause: ['filing', 'superior_review'],
  },
  committee_audit: {
    zh: '评委会办事机构按任职资格条件审核。符合条件的，审核通过；不符合的，一次性告知需要补正的全部内容并退回补正；上报次数用满后仍不符合的，不再受理。审核延误不影响申报人，到审核截止仍未审完的申报继续有效。',
    en: 'The committee office audits the application. It accepts it; or returns it once with everything that has to be corrected; or refuses it, as it must when the last permitted submission still has defects. If the office is late, the applicant loses nothing.',
    clause: ['audit_window', 'committee_audit', 'correction'],
  },
  correction: {
    zh: '申报人逐条答复评委会列出的补正内容，修改材料后重新上报。从退回之日起计算的期限内没有补正的，视为放弃；申报截止时间不影响补正。上报总次数有上限，请一次改全。',
    en: 'The applicant answers every point the committee listed, corrects the material and resubmits. Missing the time counted from the return lapses the application; the filing cutoff does not matter here. The number of submissions is limited, so correct everything at once.',
    clause: 'correction',
  },
  correction_review: {
    zh: '补正须经用人单位复核，或者补正改动了公示过的内容时，才有这一环节。改动了公示内容的，用人单位重新公示。用人单位核对申报人的补正，认可的转报评委会，转报时才计为一次上报；仍不符合的，说明理由退回继续补正，补正期限自单位退回之日起重新计算。单位复核没有截止时间：复核期间申报不会视为放弃，申报人可以撤回。',
    en: "Only where corrections go through the unit, or where one changed what was published, which the unit then publishes again. The unit checks the correction and forwards it to the committee, which counts as the submission; or returns it with reasons, and the applicant's time is counted anew from that return. Nothing lapses while the unit reviews; the applicant may withdraw.",
    clause: ['unit_review', 'committee_audit'],
  },
  correction_publicity: {
    zh: '补正改动了公示过的内容，用人单位重新公示，期间任何人可以提出异议。期满且没有未办结的异议，自动报送评委会，计为一次上报；异议成立的，不予推荐。重新公示期间申报不会视为放弃。',
    en: 'A correction changed what was published, so the unit publishes it again and anybody may object. When the period is over and no objection is open it goes to the committee by itself, which counts as the submission; an objection that is upheld ends the application. Nothing lapses in the meantime.',
    clause: ['unit_review', 'publicity_form'],
  },
  payment: {
    zh: '申报人办理通知要求的手续：要求缴费的，按级别缴纳评审费（扫码或银行缴费）；要求报送原件的，把评审表等原件报送至评委会办事机构。办完后自动进入下一环节；到期有未办的，视为放弃。',
    en: 'The applicant does what the notice asks for: where it asks for a fee, pays that of the level, by code or by bank; where it asks for originals, delivers the review form and the others to the committee office. Then the application moves on; when something is missing at the due time it lapses.',
    clause: ['payment_window', 'materials_window', 'originals', 'fees'],
  },
  defense_payment: {
    zh: '答辩费单独收取的年度评审才有这一环节。审核、评审费和材料原件都已办妥，即将答辩：申报人按级别缴纳答辩费，到账后由评委会办事机构安排答辩；到期未缴的，视为放弃。免答辩的申报人不缴答辩费，不经过这一环节。',
    en: 'Only in campaigns that ask for a defense fee apart from the review fee. Audit, review fee and originals are done and the defense is at hand: the applicant pays the defense fee of the level, and the committee office then schedules the defense; unpaid when it is due, the application lapses. Exempt candidates pay none and skip this step.',
    clause: ['defense', 'fees'],
  },
  defense: {
    zh: '评委会办事机构安排并提前通知答辩时间，专家评分后进入评审会。缺席的，按政策改期或按无答辩成绩评审。符合免答辩条件的，按当年本专业答辩人员的平均分赋分，不经过这一环节。',
    en: 'The committee office schedules the defense and gives notice; after the experts have scored it the application goes to the meeting. Whoever is absent gets another date or goes on without a score, by the policy. Exempt candidates skip this step and get the average of their specialty.',
    clause: 'defense',
  },
  review: {
    zh: '评审会召开会议，到会人数和赞成票达到规定比例的为通过；达不到的为未通过；需要进一步了解的可以缓议。此后申报人不能再撤回。',
    en: 'The committee meets and votes by secret ballot. With the quorum and enough votes in favour the application passes; otherwise it does not; the meeting may also defer it. From here on it cannot be withdrawn.',
    clause: ['result_notice', 'national'],
  },
  entrusted: {
    zh: '委托评审的申报途径才有这一环节：本地没有相应评委会的，委托其他地区或上级评委会评审。评委会办事机构寄出委托评审函和材料并登记；结果返回后，登记是否通过、评审日期、评审机构和文号，上传评审结果文件，由另一位工作人员核对确认。通过的进入下一环节，未通过的到此结束。寄出之前可以撤回。',
    en: 'Only on tracks whose review is entrusted to the committee of another prefecture or province. The committee office sends the letter and the files and records that; when the result comes back it records whether the candidate passed, when, by whose decision and under which number, with a scan, and a second person confirms it. Who passed goes on; for others it has ended. It can be withdrawn until it is sent.',
    clause: 'entrusted_review',
  },
  public_notice: {
    zh: '结果公示，用人单位同步在本单位公示并确认。期间可以向监督部门或评委会办事机构提出异议。期满且没有未办结的异议，自动取得资格；异议成立的，取消资格。',
    en: 'The result is on public notice, and the unit posts it too and confirms that. Objections go to the supervisor or the committee office. When the period is over and none is open the title is conferred; an objection that is upheld disqualifies.',
    clause: ['result_notice', 'sanctions'],
  },
  conferred: {
    zh: '已取得相应专业技术职务任职资格；结果须公示的，公示期满无异议后取得。',
    en: 'The title has been conferred; where the result is put on notice, after the notice ended without an open objection.',
    clause: 'result_notice',
  },
  not_recommended: {
    zh: '用人单位或主管部门没有推荐，理由见办理经过。本次申报到此结束；如对理由有异议，可向监督部门反映。',
    en: 'The unit or a department did not recommend the application; the timeline tells why. It has ended; complaints go to the supervisor.',
    clause: 'unit_review',
  },
  not_accepted: {
    zh: '评委会办事机构不予受理，理由见办理经过。上报次数用满后仍不符合条件的，退回后不再受理。本次申报到此结束。',
    en: 'The committee office refused the application; the timeline tells why. After the last permitted submission nothing more is accepted. It has ended.',
    clause: 'correction',
  },
  not_passed: {
    zh: '评审会表决未达到规定票数。本次申报到此结束，可按规定在以后年度重新申报。',
    en: 'The votes in the meeting were not enough. This application has ended; another year is another application.',
    clause: 'national',
  },
  disqualified: {
    zh: '结果公示期间的异议经查成立，或者查实弄虚作假、违反承诺并经两人登记处罚的，取消资格；处罚登记时申报无论处在哪一环节，均到此结束。弄虚作假的，依规定在若干年内不得申报。',
    en: 'An objection to the result was upheld, or fraud or a broken commitment was entered in the register of sanctions by two people: wherever the application stood, it has ended. Fraud bars people and units from applying for some years.',
    clause: ['sanctions', 'commitment_form'],
  },
  withdrawn: {
    zh: '申报人撤回了申报，不能恢复。申报期内可以新开一份申报。',
    en: 'The applicant withdrew. This cannot be undone; while filing is open a new application may be started.',
    clause: 'submission',
  },
  lapsed: {
    zh: '期限内没有办理应办的事项，视为放弃本次申报资格。是哪一项期限、如何计算，见办理经过中的说明。',
    en: 'A deadline passed without the act it asked for, and the application counts as given up. The timeline explains which deadline and how it was counted.',
    clause: ['filing', 'correction', 'payment_window', 'materials_window'],
  },
} as const satisfies Record<Status, Help>;
