import {
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  FileTextOutlined,
  PayCircleOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '../api/me.js';
import type { common } from '../words/common.js';

export type Entry = readonly [to: string, words: keyof typeof common.words, icon: ReactNode];

/** The pages of each role, in the order of their day. A new page of a role is added here and in routes.tsx. */
export const entries: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
  applicant: [['/applicant', 'page_applicant', <FileTextOutlined key="i" />]],
  unit: [['/unit', 'page_unit', <AuditOutlined key="i" />]],
  department: [['/department', 'page_department', <AuditOutlined key="i" />]],
  office: [
    ['/office', 'page_office', <AppstoreOutlined key="i" />],
    ['/office/queue', 'page_officeQueue', <AuditOutlined key="i" />],
    ['/office/campaigns', 'page_officeCampaigns', <SettingOutlined key="i" />],
  ],
  finance: [
    ['/finance', 'page_finance', <PayCircleOutlined key="i" />],
    ['/finance/unmatched', 'page_financeUnmatched', <WarningOutlined key="i" />],
  ],
  supervisor: [['/supervisor', 'page_supervisor', <SearchOutlined key="i" />]],
  operator: [['/operator', 'page_operator', <ToolOutlined key="i" />]],
};

/** The pages everybody has. */
export const forAll: readonly Entry[] = [
  ['/notifications', 'notifications', <BellOutlined key="i" />],
  ['/help', 'help', <QuestionCircleOutlined key="i" />],
];
