import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { EndMembership } from './EndMembership.js';
import { membersQuery, type UnitMember } from './membershipQueries.js';

/** The unit's people and clerks. */
export function Members({ unitId }: { readonly unitId: string }) {
  const t = useLabels(membership);
  const [q, setQ] = useState('');
  const { data, error } = useQuery(membersQuery(unitId, q));
  const [ending, setEnding] = useState<UnitMember | null>(null);
  return (
    <Panel
      title={t('members')}
      extra={
        <Input.Search
          allowClear
          style={{ width: 'min(240px, 100%)' }}
          aria-label={t('findMember')}
          placeholder={t('findMember')}
          onSearch={(text) => setQ(text.trim())}
        />
      }
    >
      {error === null ? null : <Problem error={error} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.items.length === 0 ? <p className="quiet">{t('noMembers')}</p> : null}
      <ul className="lines">
        {data?.items.map((member) => (
          <li key={`${member.role} ${member.personId}`}>
            <span>
              <strong lang="zh-CN">{member.name}</strong> {member.role === 'unit' ? <Tag>{t('clerk')}</Tag> : null}
              {member.partTime ? <Tag>{t('partTime')}</Tag> : null}
              {member.underWay === 0 ? null : <span className="quiet">{t('underWay', { n: member.underWay })}</span>}
            </span>
            <Button size="small" onClick={() => setEnding(member)}>
              {t(member.role === 'unit' ? 'endClerk' : 'endMember')}
              <span className="visuallyHidden">：{member.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {ending === null ? null : <EndMembership id={unitId} member={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}
