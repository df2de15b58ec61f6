import { Button, Checkbox, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy, Ruled } from '../../../../rules/policy/policy.js';
import { policyValues } from '../../../../rules/policy/policyValues.js';
import { Panel } from '../../../components/Panel.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { AbsentValues } from './AbsentValues.js';
import { languageOfValue, useValueLabels } from './useValueLabels.js';

const ConfirmValue = lazy(() => import('./ConfirmValue.js').then(({ ConfirmValue: it }) => ({ default: it })));
const RemoveValue = lazy(() => import('./RemoveValue.js').then(({ RemoveValue: it }) => ({ default: it })));
const EditValue = lazy(() => import('./EditValue.js').then(({ EditValue: it }) => ({ default: it })));

interface Props {
  readonly campaignId: string;
  readonly policy: Policy;
}
export interface Chosen {
  readonly path: string;
  readonly name: string;
  readonly ruled: Ruled<unknown>;
  /** Not in the policy yet. */
  readonly isNew?: boolean;
}

const order = Object.keys(fieldsByPath);

/** Every value of a policy with its clause and whether it has been confirmed. */
export function PolicyValues({ campaignId, policy }: Props) {
  const t = useLabels(office);
  const { formatValue } = useValueLabels();
  const localize = useLocalized();
  const [open, setOpen] = useState<{ readonly what: 'edit' | 'confirm' | 'remove'; readonly chosen: Chosen } | null>(
    null,
  );
  const [only, setOnly] = useState(false);
  const values = policyValues(policy).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const left = values.filter(([, { confirmed }]) => !confirmed).length;
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('policy')}
      extra={
        left === 0 ? null : (
          <span className="row">
            <Tag color="warning">{t('toConfirm', { n: left })}</Tag>
            <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
              {t('onlyToConfirm')}
            </Checkbox>
          </span>
        )
      }
    >
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('forNew')}
      </p>
      <ul className="policyValues">
        {values
          .filter(([, { confirmed }]) => !(only && left > 0) || !confirmed)
          .map(([path, ruled]) => {
            const labels = fieldsByPath[path];
            const name = labels ? localize(labels) : path;
            const value = formatValue(ruled.value, path);
            const chosen = { path, name, ruled };
            return (
              <li key={path} id={`policy-${path}`}>
                <div className="policyName">{name}</div>
                <div>
                  <div lang={languageOfValue(value)}>{value}</div>
                  <div className="quiet">
                    {ruled.value === ruled.clause ? null : <span lang="zh-CN">{ruled.clause} · </span>}
                    {t(`source_${ruled.source}`)}
                  </div>
                </div>
                <div className="row policyActs">
                  {ruled.confirmed ? (
                    <Tag color="success">{t('confirmed')}</Tag>
                  ) : (
                    <>
                      <Tag color="warning">{t('unconfirmed')}</Tag>
                      <Button
                        size="small"
                        type="primary"
                        aria-label={t('confirmOne', { name })}
                        onClick={() => setOpen({ what: 'confirm', chosen })}
                      >
                        {t('confirm')}
                      </Button>
                    </>
                  )}
                  <Button
                    size="small"
                    aria-label={t('editOne', { name })}
                    onClick={() => setOpen({ what: 'edit', chosen })}
                  >
                    {t('edit')}
                  </Button>
                  {labels?.optional ? (
                    <Button
                      size="small"
                      danger
                      aria-label={t('removeOne', { name })}
                      onClick={() => setOpen({ what: 'remove', chosen })}
                    >
                      {t('remove')}
                    </Button>
                  ) : null}
                </div>
              </li>
            );
          })}
        {only && left > 0 ? null : (
          <AbsentValues policy={policy} onAdd={(chosen) => setOpen({ what: 'edit', chosen })} />
        )}
      </ul>
      <Suspense fallback={null}>
        {open?.what === 'edit' ? (
          <EditValue campaignId={campaignId} policy={policy} chosen={open.chosen} onClose={close} />
        ) : null}
        {open?.what === 'remove' ? (
          <RemoveValue campaignId={campaignId} policy={policy} chosen={open.chosen} onClose={close} />
        ) : null}
        {open?.what === 'confirm' ? (
          <ConfirmValue campaignId={campaignId} chosen={open.chosen} onClose={close} />
        ) : null}
      </Suspense>
    </Panel>
  );
}
