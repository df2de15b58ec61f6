import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Receipt } from '../api/act.js';
import { type Action, applicationQuery } from '../api/applications.js';
import { ActReceipt } from '../components/application/ActReceipt.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { Facts } from '../shared/Facts.js';
import { AuditStart } from './audit/AuditStart.js';
import { useAuditQueue } from './audit/useAuditQueue.js';
import { useKeys } from './audit/useKeys.js';
import { Workbench } from './audit/Workbench.js';
import { boardQuery } from './board/boardQuery.js';

const KeysHelp = lazy(() => import('./audit/KeysHelp.js').then(({ KeysHelp: it }) => ({ default: it })));

interface Done {
  readonly name: string;
  readonly action: Action;
  readonly receipt: Receipt;
}

/**
 * `/office/audit/:id`: audits one application after the other, earliest due first; without an id, shows a start page.
 */
export function AuditPage() {
  const { id } = useParams();
  return id === undefined ? <AuditStart /> : <Audit key="audit" id={id} />;
}

function Audit({ id }: { readonly id: string }) {
  const t = useLabels(office);
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useQuery(applicationQuery(id));
  const { at, items, left, previous, next, campaign } = useAuditQueue(id);
  const board = useQuery(boardQuery(campaign)).data;
  const [done, setDone] = useState<Done | null>(null);
  const [help, setHelp] = useState(false);
  const application = query.data;

  const go = (to: { readonly id: string } | undefined) => {
    if (to !== undefined) void navigate(`/office/audit/${to.id}`);
  };
  useKeys({ j: () => go(next), k: () => go(previous), '?': () => setHelp(true) });

  function onDone(receipt: Receipt, action: Action) {
    setDone({ name: application?.applicantName ?? '', action, receipt });
    void client.invalidateQueries({ queryKey: ['counts'] });
    void navigate(next === undefined || next.id === id ? '/office/audit' : `/office/audit/${next.id}`);
  }

  return (
    <Page
      title={application === undefined ? t('audit') : t('auditOf', { name: application.applicantName })}
      breadcrumbs={[{ title: t('workbench'), to: '/office/audit' }]}
      query={query}
      lead={application === undefined ? undefined : <Facts application={application} />}
      actions={
        <>
          <span className="quiet auditLeft">
            {at < 0 ? null : `${t('place', { at: at + 1, of: items.length })} · `}
            {t('leftToAudit', { n: left })}
            {board === undefined || board.audits.due === null ? null : (
              <>
                {' · '}
                {t('auditEnds')} <Instant at={board.audits.due} due />
              </>
            )}
          </span>
          <Button disabled={previous === undefined} aria-keyshortcuts="k" onClick={() => go(previous)}>
            {t('previous')}
          </Button>
          <Button disabled={next === undefined || next.id === id} aria-keyshortcuts="j" onClick={() => go(next)}>
            {t('next')}
          </Button>
          <Button onClick={() => setHelp(true)} aria-label={t('keys')} aria-keyshortcuts="?">
            ?
          </Button>
        </>
      }
    >
      {done === null ? null : (
        <div style={{ marginBlockEnd: 16 }}>
          <ActReceipt
            action={{ zh: `${done.name} · ${done.action.zh}`, en: `${done.name} · ${done.action.en}` }}
            receipt={done.receipt}
          />
        </div>
      )}
      {application === undefined ? null : <Workbench key={id} application={application} onDone={onDone} />}
      {help ? (
        <Suspense fallback={null}>
          <KeysHelp onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}
