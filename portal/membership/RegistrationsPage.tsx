import { useQuery } from '@tanstack/react-query';
import { usualEmployerKinds } from '../../rules/campaign/codes.js';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { DecideList } from './DecideList.js';
import { registrationsQuery, type UnitRegistration } from './membershipQueries.js';

/** `/department/units` and `/office/units`: units that ask to be registered. */
export function RegistrationsPage() {
  const t = useLabels(membership);
  const query = useQuery(registrationsQuery);
  return (
    <Page title={t('registrations')} lead={t('registrationsLead')} query={query}>
      <Panel>
        <RegistrationList items={query.data?.items ?? []} />
      </Panel>
    </Page>
  );
}

/** On a unit's page: units that ask to be registered below it, where there are any. */
export function SubordinateRegistrations() {
  const t = useLabels(membership);
  const items = useQuery(registrationsQuery).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('subordinateRegistrations')}>
      <p className="quiet">{t('registrationsLead')}</p>
      <RegistrationList items={items} />
    </Panel>
  );
}

function RegistrationList({ items }: { readonly items: readonly UnitRegistration[] }) {
  return (
    <DecideList
      items={items}
      nameOf={({ name }) => name}
      shown={(one) => <Registration registration={one} />}
      send={(body) => answer(api.POST('/api/unit-registrations/decide', { body }))}
    />
  );
}

function Registration({ registration }: { readonly registration: UnitRegistration }) {
  const t = useLabels(membership);
  const mark = useMarks();
  const localize = useLocalized();
  const { name, creditCode, kind, departmentName, superiorName, contact, personName, askedAt } = registration;
  const label = usualEmployerKinds.find(({ code }) => code === kind);
  return (
    <span>
      <strong lang="zh-CN">{name}</strong> {label === undefined ? kind : localize(label)}
      <div>
        {creditCode} <span lang="zh-CN">{contact}</span>
      </div>
      <div className="quiet">
        {t('firstClerk')}
        {mark.colon}
        <span lang="zh-CN">{personName}</span> <span lang="zh-CN">{departmentName ?? superiorName}</span>{' '}
        <Instant at={askedAt} />
      </div>
    </span>
  );
}
