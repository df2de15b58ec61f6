import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useBinding } from '../app/binding.js';
import '../components/lines.css';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { EndMembership } from './EndMembership.js';
import { InvitePeople } from './InvitePeople.js';
import { clerksQuery } from './membershipQueries.js';
import { SentInvitations } from './SentInvitations.js';

/** `/department/people`: the clerks of the department, and whom it invited. */
export function DepartmentPeoplePage() {
  const t = useLabels(membership);
  const id = useBinding()?.scope ?? '';
  const by = { of: 'departments', id } as const;
  const query = useQuery(clerksQuery(id));
  const [inviting, setInviting] = useState(false);
  const [ending, setEnding] = useState<{ readonly personId: string; readonly name: string } | null>(null);
  return (
    <Page
      title={t('departmentPeople')}
      lead={t('departmentPeopleLead')}
      query={query}
      actions={
        <Button type="primary" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <div className="stack">
        <Panel title={t('clerk')}>
          {query.data?.items.length === 0 ? <p className="quiet">{t('noClerks')}</p> : null}
          <ul className="lines">
            {query.data?.items.map((clerk) => (
              <li key={clerk.personId}>
                <strong lang="zh-CN">{clerk.name}</strong>
                <Button size="small" onClick={() => setEnding(clerk)}>
                  {t('endClerk')}
                  <span className="visuallyHidden">：{clerk.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
        <SentInvitations by={by} />
      </div>
      {inviting ? <InvitePeople by={by} onClose={() => setInviting(false)} /> : null}
      {ending === null ? null : (
        <EndMembership id={id} member={{ ...ending, role: 'department' }} onClose={() => setEnding(null)} />
      )}
    </Page>
  );
}
