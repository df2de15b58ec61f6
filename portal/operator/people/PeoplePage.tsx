import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { Page } from '../../components/Page.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { NameChanges } from '../../membership/NameChanges.js';
import { DirectoryPanel } from '../organisations/DirectoryPanel.js';
import { peopleQuery } from '../organisations/directoryQueries.js';
import { AccountRequests } from './AccountRequests.js';
import { NewPerson } from './NewPerson.js';
import '../operator.css';
import { PersonLine } from './PersonLine.js';

/** `/operator/people`: accounts and their roles: create, grant, revoke. */
export function PeoplePage() {
  const t = useLabels(operator);
  const [q, setQ] = useState('');
  const [opening, setOpening] = useState(false);
  const [opened, setOpened] = useState<components['schemas']['GrantedAccount'] | null>(null);
  const query = useInfiniteQuery(peopleQuery(q));
  const people = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t('people')}
      lead={t('peopleLead')}
      actions={
        <>
          <Link to="/operator/imports">{t('byTable')}</Link>
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('newPerson')}
          </Button>
        </>
      }
    >
      {opened === null ? null : (
        <Alert
          role="status"
          type="success"
          showIcon
          title={t('personMade', { name: opened.name })}
          description={`${t('invitationSent', { email: opened.email ?? '' })}${opened.pending ? t('pendingRole') : ''}`}
        />
      )}
      <AccountRequests />
      <NameChanges />
      <DirectoryPanel
        title={t('people')}
        find={t('findPerson')}
        query={query}
        none={people?.length === 0}
        onFind={setQ}
      >
        {people?.map((person) => (
          <PersonLine key={person.id} person={person} />
        ))}
      </DirectoryPanel>
      {opening ? (
        <NewPerson
          onClose={() => setOpening(false)}
          onDone={(person) => {
            setOpening(false);
            setOpened(person);
          }}
        />
      ) : null}
    </Page>
  );
}
