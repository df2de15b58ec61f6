import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { useBinding } from '../app/binding.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { DecideList } from './DecideList.js';
import { InvitePeople } from './InvitePeople.js';
import { Members } from './Members.js';
import { waitingQuery } from './membershipQueries.js';
import { NameChanges } from './NameChanges.js';
import { SubordinateRegistrations } from './RegistrationsPage.js';
import { SentInvitations } from './SentInvitations.js';

/** `/unit/people`: who asks to join, who belongs to the unit, who was invited. */
export function UnitPeoplePage() {
  const t = useLabels(membership);
  const unitId = useBinding()?.scope ?? '';
  const by = { of: 'units', id: unitId } as const;
  const query = useQuery(waitingQuery(unitId));
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={t('people')}
      lead={t('peopleLead')}
      query={query}
      actions={
        <Button type="primary" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <div className="stack">
        <Panel title={t('waitingToJoin')}>
          <DecideList
            items={query.data?.items ?? []}
            nameOf={({ personName }) => personName}
            shown={({ personName, partTime, askedAt }) => (
              <span>
                <strong lang="zh-CN">{personName}</strong> {partTime ? <Tag>{t('partTime')}</Tag> : null}
                <span className="quiet">
                  <Instant at={askedAt} />
                </span>
              </span>
            )}
            send={(body) =>
              answer(api.POST('/api/units/{id}/membership-requests/decide', { params: { path: { id: unitId } }, body }))
            }
          />
        </Panel>
        <SubordinateRegistrations />
        <NameChanges />
        <Members unitId={unitId} />
        <SentInvitations by={by} />
      </div>
      {inviting ? <InvitePeople by={by} onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}
