import { isReadable, type ScanReading, scanFindings } from '../../../../rules/dossier/checks/scanFindings.js';
import type { DocumentKind, Dossier } from '../../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';

const dossier: Dossier = {
  basicInformation: { name: '阿依古丽·买买提', idNumber: '11010519491231002X' },
  education: {
    entries: [
      { certificateNumber: '1000 1200 3', graduatedOn: '2003-06-30' },
      { certificateNumber: 'B-77', graduatedOn: '2007-07-01' },
    ],
  },
  presentQualification: { certificateNumber: '新职2018-0042' },
  mandarin: { certificateNumber: 'PSC1', validUntil: '2030-01-01' },
};
const found = (kind: DocumentKind, reading: ScanReading, form: Dossier = dossier) =>
  scanFindings([{ documentId: 'a', kind, reading }], form, '2024-08-12', aksu2024).map(({ code }) => code);

test('A scan that agrees with the form, however it is written, gives no finding', () => {
  const same: ScanReading = { name: '阿依古丽•买买提', idNumber: '11010519491231002x', validUntil: '2024-08-12' };
  expect(found('id_card', same)).toEqual([]);
  expect(found('diploma', { name: '阿依古丽 买买提', certificateNumber: 'b77', issuedOn: '2007-07-20' })).toEqual([]);
  expect(found('title_certificate', { certificateNumber: '新职 2018 0042' })).toEqual([]);
});

test.each<[string, DocumentKind, ScanReading, readonly string[]]>([
  ['another name', 'diploma', { name: '张三' }, ['scan_name_differs']],
  ['another ID number', 'id_card', { idNumber: '440524188001010014' }, ['scan_id_differs']],
  ['a number of no entry', 'diploma', { certificateNumber: '999' }, ['scan_number_differs']],
  ['a month of no entry', 'degree_verification', { issuedOn: '2004-06-30' }, ['scan_issue_differs']],
  ['another day of validity', 'mandarin_certificate', { validUntil: '2029-01-01' }, ['scan_validity_differs']],
  ['an ID card that has expired', 'id_card', { validUntil: '2024-08-11' }, ['scan_expired']],
])('%s is noticed', (_what, kind, reading, expected) => {
  expect(found(kind, reading)).toEqual(expected);
});

test('What was not read, not entered, or is on a kind that is not compared is not noticed', () => {
  expect(found('id_card', { name: null, idNumber: '' })).toEqual([]);
  expect(found('diploma', { name: '张三', certificateNumber: '1', issuedOn: '2000-01-01' }, {})).toEqual([]);
  expect(found('work_summary', { name: '张三' })).toEqual([]);
  expect([isReadable('diploma'), isReadable('photo')]).toEqual([true, false]);
});

test('A finding names the document and repeats nothing of what was read', () => {
  const reading = { name: '李四光', idNumber: '440524188001010014', certificateNumber: 'SECRET1' };
  const findings = scanFindings([{ documentId: 'a', kind: 'diploma', reading }], dossier, '2024-08-12', aksu2024);
  expect(findings).toHaveLength(3);
  expect(findings.every(({ documentId, severity }) => documentId === 'a' && severity === 'remark')).toBe(true);
  for (const read of Object.values(reading)) expect(JSON.stringify(findings)).not.toContain(read);
});
