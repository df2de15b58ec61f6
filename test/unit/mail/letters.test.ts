import { englishLetter } from '../../../documents/mail/english/englishLetters.js';
import type { LetterFacts } from '../../../documents/mail/letter.js';
import { letters } from '../../../documents/mail/letters.js';
import { renderLetter } from '../../../documents/mail/renderLetter.js';
import { shortLetter } from '../../../documents/mail/shortNotice.js';
import { type Deadline, explain } from '../../../rules/application/deadline.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import { formatDueEn, formatDueZh, instantOf } from '../../../rules/calendar/instant.js';
import { deadlineLabelFor } from '../../../rules/candidate/labelsOfTrack.js';
import { type LetterKind, letterLabels } from '../../../rules/notifications/letterLabels.js';
import { languages } from '../../../rules/people/membership.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleLetters } from '../../../simulation/samples/letters.js';
import { draft } from '../../support/facts.js';
import { expectFramed } from './framed.js';

const all = sampleLetters;
/** Those that an amendment moved a deadline for. */
const moved = all.filter(({ kind }) => kind === 'deadline_moved');

/** How a deadline is counted, by the name it has for the candidate. */
const explanationOf = (deadline: Deadline) =>
  explain(deadline, deadlineLabelFor(deadline, draft().profile, aksu2024)).zh;

test('the letter that filing has begun names the cutoff of the department above the unit', () => {
  const opening = all.find(({ kind, status }) => kind === 'window_open' && status === 'draft');
  const due = '2024-08-23T18:00';
  const byDepartment = fromNotice([{ code: 'department-1', name: '温宿县工信局', due }], '通知 三（一）');
  const policy = { ...aksu2024, filing: { ...aksu2024.filing, byDepartment } };
  const written = (letter: Partial<LetterFacts>) =>
    opening === undefined ? '' : renderLetter({ ...opening, policy, ...letter }).text;
  expect(written({})).toContain('温宿县工信局报送截止于2024年8月23日');
  expect(written({ chain: ['elsewhere'] })).toContain('提交至评委会截止于2024年8月30日');
});

describe('after the audit', () => {
  const accepted = (to: Role) => {
    const letter = all.find((each) => each.kind === 'accepted' && each.to === to && each.status === 'payment');
    if (!letter) throw new Error('nobody is told');
    return (policy: Partial<Policy>, profile = letter.profile) =>
      renderLetter({ ...letter, profile, policy: { ...aksu2024, ...policy } }).text;
  };
  const delivery = {
    byUnit: fromNotice(true, '通知 三'),
    officeHours: fromNotice('工作日10:00至18:00', '通知 三'),
  };

  test('the letters say who delivers the originals, and when the office takes them', () => {
    expect(accepted('applicant')({})).toContain('并由单位签章后报送评审表等材料原件。');
    expect(accepted('applicant')({})).not.toContain('收取时间');
    // Whom to pay, and where to bring the originals; a unit that delivers them is told where, and pays nothing.
    const [payee, address] = [
      '收款单位：阿克苏地区工业和信息化局财务室',
      '地址：阿克苏市文化路28号地区综合办公区2号楼5楼；联系人：',
    ];
    expect(accepted('applicant')({})).toContain(payee);
    expect(accepted('applicant')({})).toContain(address);
    expect(accepted('applicant')({ delivery })).not.toContain(address);
    expect(accepted('unit')({ delivery })).toContain(address);
    expect(accepted('unit')({ delivery })).not.toContain(payee);
    expect(accepted('unit')({})).toContain('监督举报电话：0997—2122598');
    expect(accepted('applicant')({ delivery })).toContain('交所在单位，由单位签章后统一报送');
    expect(accepted('unit')({})).toContain('督促申报人按时缴费、报送材料原件。');
    expect(accepted('unit')({ delivery })).toContain(
      '督促申报人按时缴费，并与本单位其他申报人的材料原件一起统一报送。',
    );
    for (const to of ['applicant', 'unit'] as const) {
      expect(accepted(to)({ delivery })).toContain('原件收取时间：工作日10:00至18:00。');
    }
  });

  test('they ask only for what the track and the order of the stages leave', () => {
    const [regular] = aksu2024.codes.tracks;
    if (!regular) throw new Error('no track');
    const free = { ...aksu2024.codes, tracks: [{ ...regular, omits: ['payment' as const] }] };
    expect(accepted('applicant')({ codes: free })).not.toMatch(/评审费|缴费自/);
    expect(accepted('unit')({ codes: free })).toContain('督促申报人按时报送材料原件。');
    const before = { ...aksu2024.stages, materialsBeforeAudit: fromNotice(true, '通知 三') };
    expect(accepted('applicant')({ stages: before })).not.toContain('材料原件');
    expect(accepted('applicant')({ stages: before })).toContain('请在截止时间前缴纳评审费600元。');
  });

  test('the letter that payment has begun names the ends of the candidate’s windows, where there are any', () => {
    const opened = all.find(({ kind, status }) => kind === 'window_open' && status === 'payment');
    const written = (policy: Partial<Policy>) =>
      opened ? renderLetter({ ...opened, policy: { ...aksu2024, ...policy } }).text : '';
    expect(written({})).toMatch(/缴费至2024年9月15日.*；材料报送至2024年9月15日/);
    expect(written({ materials: null })).toMatch(/缴费至2024年9月15日[^；]*；材料报送。/);
  });
});

test('the stories write every kind of letter there is', () => {
  expect([...new Set(all.map(({ kind }) => kind))].toSorted()).toEqual(Object.keys(letters).toSorted());
});

test.each(Object.keys(letters) as LetterKind[])('%s says what happened, what to do, until when, and where', (kind) => {
  for (const letter of all.filter((each) => each.kind === kind)) {
    const { subject, text, html } = renderLetter(letter);
    expect(subject).toMatch(/^【职称评审】\S/);
    for (const version of [text, html]) {
      expect(version).toContain('需要办理：');
      expect(version).toContain(letter.link);
      for (const deadline of letter.deadlines) {
        expect(version).toContain(explanationOf(deadline));
        expect(version).toContain(formatDueZh(deadline.due));
      }
    }
    expect(text).toContain(letter.to === 'applicant' ? '张<三>：您好！' : '经办人：您好！');
    for (const language of languages) expectFramed(renderLetter(letter, language), letter.link);
  }
});

test('a letter in English says when, with the weekday, and has the Chinese text below', () => {
  for (const letter of all) {
    const { subject, text } = renderLetter(letter, 'en');
    const { happened, todo } = letters[letter.kind](letter);
    expect(subject).toMatch(/^【职称评审】[ -~]+$/);
    for (const said of ['What to do: ', happened, todo, ...letter.deadlines.map(({ due }) => formatDueEn(due))])
      expect(text).toContain(said);
    expect(englishLetter(letter).happened).toContain(letter.number);
  }
});

test('a deadline that an amendment moved is told with its old and its new date', () => {
  expect(moved.length).toBeGreaterThan(0);
  for (const letter of moved) {
    for (const [index, { due }] of letter.deadlines.entries()) {
      const dates = [letter.previous[index]?.due ?? 0, due];
      for (const date of dates) expect(renderLetter(letter).text).toContain(formatDueZh(date));
      for (const date of dates) expect(renderLetter(letter, 'en').text).toContain(formatDueEn(date));
    }
  }
});

test('the working days left are counted on the calendar of the application, from the day of the letter', () => {
  const [letter] = moved;
  if (!letter) throw new Error('no such letter');
  const at = instantOf('2024-09-27T10:00');
  const [first] = letter.deadlines;
  if (!first) throw new Error('no deadline');
  const due = instantOf('2024-10-10T24:00');
  const written = renderLetter({ ...letter, at, deadlines: [{ ...first, due }] }).text;
  expect(written).toContain('自2024年9月27日次日起还有5个工作日。');
  expect(renderLetter({ ...letter, at, calendar: null }).text).not.toContain('个工作日。');
});

test('a return for correction tells every defect, to the applicant and to the unit', () => {
  const returned = all.filter(({ kind }) => kind === 'returned_for_correction');
  expect(new Set(returned.map(({ to }) => to))).toEqual(new Set(['applicant', 'unit']));
  for (const letter of returned) {
    const { text, html } = renderLetter(letter);
    for (const [index, { text: defect }] of letter.defects.entries()) expect(text).toContain(`${index + 1}. ${defect}`);
    for (const version of [text, html]) expect(version).toContain('涉及：基本信息 · 一寸免冠照片');
    expect(html).toContain('照片&lt;不清&gt;');
  }
});

test('a lapse tells which deadline passed and how it was counted', () => {
  const lapsed = all.filter(({ kind }) => kind === 'lapsed');
  expect(lapsed.length).toBeGreaterThan(0);
  for (const letter of lapsed) {
    const passed = letter.transition?.changes.passed?.deadline;
    expect(renderLetter(letter).text).toContain(passed && explanationOf(passed));
  }
});

test('an applicant and a clerk never read the same words', () => {
  const texts = (to: (role: Role) => boolean) =>
    new Set(all.filter((letter) => to(letter.to)).map((letter) => renderLetter(letter).text));
  const applicants = texts((role) => role === 'applicant');
  for (const text of texts((role) => role !== 'applicant')) expect(applicants.has(text)).toBe(false);
});

test('a line break in a name starts no header', () => {
  const letter = all.find(({ kind, to }) => kind === 'submitted' && to === 'unit');
  if (!letter) throw new Error('no such letter');
  expect(renderLetter({ ...letter, applicantName: '张三\r\nBcc: x@example.cn' }).subject).not.toMatch(/[\r\n]/);
});

test('A letter begins with the words of its campaign’s office, as plain text, and without them with what happened', () => {
  const own = { zh: '各位：\n<请>按时办理。\n\n祝顺利。', en: 'Good luck.' };
  const words = { ...aksu2024.words, letters: { ...fromNotice(own, '本单位'), source: 'default' as const } };
  for (const letter of all) {
    const { happened } = letters[letter.kind](letter);
    const { text, html } = renderLetter({ ...letter, policy: { ...letter.policy, words } });
    expect(text).toContain(`\n\n各位：\n<请>按时办理。\n\n祝顺利。\n\nGood luck.\n\n${happened}`);
    expect(html).toContain('>各位：<br>&lt;请&gt;按时办理。</p>');
    expect(renderLetter(letter).text).toContain(`您好！\n\n${happened}`);
  }
});

test('a letter in short fits one message and names nobody', () => {
  for (const letter of all) {
    const short = shortLetter(letter);
    expect(short.length).toBeLessThanOrEqual(40);
    expect(short).not.toMatch(/张<三>|某&厂/);
    expect(short).toContain(letterLabels[letter.kind].zh);
  }
});
