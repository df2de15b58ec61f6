import { Button, Checkbox, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { campaignSteps, setUpStepLabels, stepOf } from '../../../../rules/policy/drafts/steps.js';
import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy, Ruled } from '../../../../rules/policy/policy.js';
import { policyValues } from '../../../../rules/policy/policyValues.js';
import { Panel } from '../../../components/Panel.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { AbsentValues } from './AbsentValues.js';
import { PolicyValueRow, type ValueAct } from './PolicyValueRow.js';

const ConfirmValues = lazy(() => import('./ConfirmValues.js').then(({ ConfirmValues: it }) => ({ default: it })));
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

/** Every value of a policy with its clause and whether it has been confirmed, in the groups in which it is set up. */
export function PolicyValues({ campaignId, policy }: Props) {
  const t = useLabels(office);
  const localize = useLocalized();
  const [open, setOpen] = useState<{ readonly what: ValueAct; readonly chosen: readonly Chosen[] } | null>(null);
  const [only, setOnly] = useState(false);
  const values = policyValues(policy)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([path, ruled]): Chosen => {
      const labels = fieldsByPath[path];
      return { path, name: labels ? localize(labels) : path, ruled };
    });
  const toConfirm = values.filter(({ ruled }) => !ruled.confirmed);
  const left = toConfirm.length;
  const shown = only && left > 0 ? toConfirm : values;
  const close = () => setOpen(null);
  const confirm = (chosen: readonly Chosen[]) => setOpen({ what: 'confirm', chosen });
  const [first] = open?.chosen ?? [];
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
            <Button size="small" onClick={() => confirm(toConfirm)}>
              {t('confirmMany', { n: left })}
            </Button>
          </span>
        )
      }
    >
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('forNew')}
      </p>
      {campaignSteps.map((step) => {
        const own = shown.filter(({ path }) => stepOf(path) === step);
        const ownLeft = own.filter(({ ruled }) => !ruled.confirmed);
        const heading = localize(setUpStepLabels[step]);
        if (own.length === 0) return null;
        return (
          <section key={step}>
            <div className="row policyGroup">
              <h3>{heading}</h3>
              {ownLeft.length === 0 ? null : (
                <Button
                  size="small"
                  aria-label={`${heading} ${t('confirmMany', { n: ownLeft.length })}`}
                  onClick={() => confirm(ownLeft)}
                >
                  {t('confirmMany', { n: ownLeft.length })}
                </Button>
              )}
            </div>
            <ul className="policyValues">
              {own.map((chosen) => (
                <PolicyValueRow
                  key={chosen.path}
                  chosen={chosen}
                  isOptional={fieldsByPath[chosen.path]?.optional ?? false}
                  onAct={(what) => setOpen({ what, chosen: [chosen] })}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {only && left > 0 ? null : (
        <ul className="policyValues">
          <AbsentValues policy={policy} onAdd={(chosen) => setOpen({ what: 'edit', chosen: [chosen] })} />
        </ul>
      )}
      <Suspense fallback={null}>
        {open?.what === 'edit' && first ? (
          <EditValue campaignId={campaignId} policy={policy} chosen={first} onClose={close} />
        ) : null}
        {open?.what === 'remove' && first ? (
          <RemoveValue campaignId={campaignId} policy={policy} chosen={first} onClose={close} />
        ) : null}
        {open?.what === 'confirm' ? (
          <ConfirmValues campaignId={campaignId} chosen={open.chosen} onClose={close} />
        ) : null}
      </Suspense>
    </Panel>
  );
}
