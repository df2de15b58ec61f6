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
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { Role } from '../api/me.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { useBinding } from './binding.js';

type Key = keyof typeof common.words;
type Entry = readonly [to: string, words: Key, icon: ReactNode];

/** The pages of each role, in the order of their day. A new page of a role is added here and in routes.tsx. */
const entries: Readonly<Partial<Record<Role, readonly Entry[]>>> = {
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
const forAll: readonly Entry[] = [
  ['/notifications', 'notifications', <BellOutlined key="i" />],
  ['/help', 'help', <QuestionCircleOutlined key="i" />],
];

/** The pages of the role in which a person acts. */
export function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useWords(common);
  const binding = useBinding();
  const { pathname } = useLocation();
  const own = binding === undefined ? [] : (entries[binding.role] ?? []);
  const all = [...own, ...forAll];
  const here = all
    .map(([to]) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
  const item = ([to, words, icon]: Entry) => ({ key: to, icon, label: <Link to={to}>{t(words)}</Link> });
  return (
    <nav aria-label={t('navigation')}>
      <Menu
        mode="inline"
        selectedKeys={here === undefined ? [] : [here]}
        items={[...own.map(item), ...(own.length > 0 ? [{ type: 'divider' as const }] : []), ...forAll.map(item)]}
        onClick={() => onChosen?.()}
        style={{ borderInlineEnd: 'none', background: 'transparent' }}
      />
    </nav>
  );
}
