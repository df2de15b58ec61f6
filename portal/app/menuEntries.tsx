import {
  AccountBookOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BellOutlined,
  CalendarOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  EyeOutlined,
  FileTextOutlined,
  FlagOutlined,
  FolderOpenOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  PauseCircleOutlined,
  PayCircleOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  RollbackOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SearchOutlined,
  SettingOutlined,
  SolutionOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '../api/me.js';
import type { common } from '../labels/common.js';

type MenuLabel = Extract<
  keyof typeof common.labels,
  `page_${string}` | `menu_${string}` | 'notifications' | 'help' | 'publicNotices'
>;
export type Entry = readonly [to: string, label: MenuLabel, icon: ReactNode];

/** Pages that belong together; a role with many pages shows them under headings. */
export interface Section {
  readonly label?: MenuLabel;
  readonly entries: readonly Entry[];
}

const alone = (...entries: readonly Entry[]): readonly Section[] => [{ entries }];

/** The pages of each role, in the order of its work. A new page of a role is added here and in pages/. */
export const sections: Readonly<Partial<Record<Role, readonly Section[]>>> = {
  applicant: alone(
    ['/applicant', 'page_applicant', <FileTextOutlined key="i" />],
    ['/membership', 'page_membership', <BankOutlined key="i" />],
  ),
  unit: alone(
    ['/unit', 'page_unit', <AuditOutlined key="i" />],
    ['/unit/people', 'page_unitPeople', <TeamOutlined key="i" />],
    ['/unit/conferrals', 'page_conferrals', <SafetyCertificateOutlined key="i" />],
  ),
  department: alone(
    ['/department', 'page_department', <AuditOutlined key="i" />],
    ['/department/units', 'page_registrations', <BankOutlined key="i" />],
    ['/department/people', 'page_departmentPeople', <TeamOutlined key="i" />],
  ),
  office: [
    {
      entries: [
        ['/office', 'page_office', <AppstoreOutlined key="i" />],
        ['/office/audit', 'page_officeAudit', <AuditOutlined key="i" />],
        ['/office/counter', 'page_officeCounter', <InboxOutlined key="i" />],
        ['/office/queue', 'page_officeQueue', <SearchOutlined key="i" />],
        ['/office/extensions', 'page_officeExtensions', <ClockCircleOutlined key="i" />],
      ],
    },
    {
      label: 'menu_committee',
      entries: [
        ['/office/experts', 'page_officeExperts', <IdcardOutlined key="i" />],
        ['/office/draw', 'page_officeDraw', <SwapOutlined key="i" />],
        ['/office/committee', 'page_officeCommittee', <TeamOutlined key="i" />],
      ],
    },
    {
      label: 'menu_meeting',
      entries: [
        ['/office/sessions', 'page_officeSessions', <ScheduleOutlined key="i" />],
        ['/office/defense', 'page_officeDefense', <TeamOutlined key="i" />],
        ['/office/meetings', 'page_officeMeetings', <TeamOutlined key="i" />],
        ['/office/meeting', 'page_officeMeeting', <SolutionOutlined key="i" />],
      ],
    },
    {
      label: 'menu_results',
      entries: [
        ['/office/objections', 'page_officeObjections', <WarningOutlined key="i" />],
        ['/office/conferrals', 'page_conferrals', <SafetyCertificateOutlined key="i" />],
        ['/office/reexaminations', 'page_reexaminations', <RedoOutlined key="i" />],
        ['/office/sanctions', 'page_sanctions', <StopOutlined key="i" />],
        ['/office/refunds', 'page_financeRefunds', <RollbackOutlined key="i" />],
      ],
    },
    {
      label: 'menu_campaign',
      entries: [
        ['/office/course', 'page_officeProgress', <FlagOutlined key="i" />],
        ['/office/statistics', 'page_officeStatistics', <BarChartOutlined key="i" />],
        ['/office/policy', 'page_officePolicy', <SettingOutlined key="i" />],
        ['/office/calendar', 'page_officeCalendar', <CalendarOutlined key="i" />],
        ['/office/units', 'page_registrations', <BankOutlined key="i" />],
        ['/office/campaigns', 'page_officeCampaigns', <FolderOpenOutlined key="i" />],
      ],
    },
  ],
  expert: alone(['/expert', 'page_expert', <IdcardOutlined key="i" />]),
  chair: alone(['/chair', 'page_chair', <SolutionOutlined key="i" />]),
  finance: alone(
    ['/finance', 'page_finance', <PayCircleOutlined key="i" />],
    ['/finance/paid', 'page_financePaid', <CheckCircleOutlined key="i" />],
    ['/finance/register', 'page_financeRegister', <AccountBookOutlined key="i" />],
    ['/finance/refunds', 'page_financeRefunds', <RollbackOutlined key="i" />],
    ['/finance/statements', 'page_financeStatements', <ImportOutlined key="i" />],
    ['/finance/close', 'page_financeClose', <AuditOutlined key="i" />],
    ['/finance/unmatched', 'page_financeUnmatched', <WarningOutlined key="i" />],
  ),
  supervisor: alone(
    ['/supervisor', 'page_supervisor', <SearchOutlined key="i" />],
    ['/supervisor/committee', 'page_supervisorCommittee', <TeamOutlined key="i" />],
    ['/supervisor/meetings', 'page_supervisorMeetings', <SolutionOutlined key="i" />],
    ['/supervisor/objections', 'page_supervisorObjections', <WarningOutlined key="i" />],
    ['/supervisor/pauses', 'page_pauses', <PauseCircleOutlined key="i" />],
    ['/supervisor/sanctions', 'page_sanctions', <StopOutlined key="i" />],
    ['/supervisor/access-log', 'page_supervisorAccess', <EyeOutlined key="i" />],
  ),
  operator: alone(
    ['/operator', 'page_operator', <ToolOutlined key="i" />],
    ['/operator/applications', 'page_operatorApplications', <SearchOutlined key="i" />],
    ['/operator/pauses', 'page_pauses', <PauseCircleOutlined key="i" />],
    ['/operator/campaigns', 'page_operatorCampaigns', <SettingOutlined key="i" />],
    ['/operator/organisations', 'page_operatorOrganisations', <BankOutlined key="i" />],
    ['/operator/imports', 'page_operatorImports', <ImportOutlined key="i" />],
    ['/operator/people', 'page_operatorPeople', <TeamOutlined key="i" />],
  ),
};

/** The pages every role has. */
export const forAll: readonly Entry[] = [
  ['/notifications', 'notifications', <BellOutlined key="i" />],
  ['/help', 'help', <QuestionCircleOutlined key="i" />],
];
