import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { originalsRequired } from '../../../rules/dossier/checklist.js';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Application, applicationQuery, policyQuery, type QueueItem } from '../../api/applications.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { TogetherResults } from './TogetherResults.js';
import { failed, useActTogether } from './useActTogether.js';

interface Props {
  readonly chosen: readonly QueueItem[];
  readonly onDone: () => void;
}

/**
 * The originals of several candidates that came in one delivery: every one of those ticked is complete. Each application
 * gets its own answer.
 */
export function ReceiveTogether({ chosen, onDone }: Props) {
  const t = useLabels(office);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('receiveTogether')}
      </Button>
      {open ? (
        <Receiving
          chosen={chosen}
          onClose={(received) => {
            setOpen(false);
            if (received) onDone();
          }}
        />
      ) : null}
    </>
  );
}

function Receiving({ chosen, onClose }: Pick<Props, 'chosen'> & { readonly onClose: (received: boolean) => void }) {
  const t = useLabels(office);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [left, setLeft] = useState<readonly string[]>([]);
  const applications = useQueries({ queries: chosen.map(({ id }) => applicationQuery(id)) });
  const policies = useQueries({ queries: chosen.map(({ id }) => policyQuery(id)) });
  const { busy, outcomes, error, send } = useActTogether('receive_materials');
  const complete = chosen.filter(({ id }) => !left.includes(id));
  const requiredOf = (application: Application, policy: unknown) =>
    originalsRequired(application.profile, policy as Policy);
  const finished = outcomes.length > 0;
  return (
    <Modal
      open
      title={t('receiveTogether')}
      mask={{ closable: false }}
      onCancel={() => onClose(finished)}
      okText={finished ? tCommon('close') : t('receiveAll', { n: complete.length })}
      okButtonProps={{ loading: busy, disabled: !finished && complete.length === 0 }}
      onOk={() =>
        finished
          ? onClose(true)
          : send(complete, async ({ id }) => {
              const application = await client.fetchQuery(applicationQuery(id));
              const policy = await client.fetchQuery(policyQuery(id));
              return { received: requiredOf(application, policy) };
            })
      }
      cancelText={tCommon('cancel')}
      cancelButtonProps={{ hidden: finished }}
    >
      {finished ? (
        <TogetherResults outcomes={outcomes} noteOf={(outcome) => (failed(outcome) ? null : t('receivedAll'))} />
      ) : (
        <fieldset className="tickList">
          <legend>{t('receiveLead')}</legend>
          {chosen.map((item, index) => {
            const [application, policy] = [applications[index]?.data, policies[index]?.data];
            return (
              <Checkbox
                key={item.id}
                checked={!left.includes(item.id)}
                onChange={({ target }) =>
                  setLeft(target.checked ? left.filter((id) => id !== item.id) : [...left, item.id])
                }
              >
                <span lang="zh-CN">{item.applicantName}</span>
                {application === undefined || policy === undefined ? null : (
                  <Papers kinds={requiredOf(application, policy)} />
                )}
              </Checkbox>
            );
          })}
          {error === null ? null : <Problem error={error} />}
        </fieldset>
      )}
    </Modal>
  );
}

/** What is to be handed in, each kind once with its copies. */
function Papers({ kinds }: { readonly kinds: readonly DocumentKind[] }) {
  const documentLabels = useDocumentLabels();
  const mark = useMarks();
  const papers = [...new Set(kinds)].map((kind) => {
    const copies = kinds.filter((other) => other === kind).length;
    return copies > 1 ? `${documentLabels[kind]} ×${copies}` : documentLabels[kind];
  });
  return <div className="quiet">{papers.join(mark.comma)}</div>;
}
