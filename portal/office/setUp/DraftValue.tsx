import { Button, Checkbox, Input, Select } from 'antd';
import { memo } from 'react';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { type Policy, sources } from '../../../rules/policy/policy.js';
import type { FieldKind } from '../../../rules/policy/policyFields.js';
import { isRuled } from '../../../rules/policy/policyValues.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { blankValue } from '../policy/values/blankValue.js';
import { KindInput } from '../policy/values/kinds/KindInput.js';
import { useValueLabels } from '../policy/values/useValueLabels.js';
import type { Draft } from './draftQueries.js';
import { enteredValue, enteredWords } from './enteredValue.js';
import { Remarks } from './Remarks.js';
import type { EditedDraft } from './useDraft.js';

interface Props {
  readonly path: string;
  readonly value: unknown;
  /** Whose codes the value names. */
  readonly policy: Policy;
  readonly draft: Draft;
  readonly set: EditedDraft['set'];
}

/** A longer clause is cut off in its field, and shown below it. */
const longestShown = 24;

const typed = new Set<FieldKind>(['text', 'citation', 'words']);

/** Whether a value is added before it is written: one that a notice may leave out and that is more than a text. */
export function isAdded(path: string): boolean {
  const field = fieldsByPath[path];
  return field?.optional === true && !typed.has(field.kind);
}

/** One value of a draft with its clause, its source and whether it is confirmed; what is wrong with it beside it. */
export const DraftValue = memo(function DraftValue({ path, value, policy, draft, set }: Props) {
  const t = useLabels(setUp);
  const labels = useLabels(office);
  const localize = useLocalized();
  const { formatValue } = useValueLabels();
  const field = fieldsByPath[path];
  if (!field) return null;
  const name = localize(field);
  const ruled = isRuled(value) ? value : null;
  const enter = (change: Parameters<typeof enteredValue>[1]) => set({ [path]: enteredValue(value, change) });
  const isCitation = field.kind === 'citation';
  const isWords = field.kind === 'words';
  const { usual } = field;
  const differs = usual !== undefined && JSON.stringify(usual.value) !== JSON.stringify(ruled?.value);
  if (!ruled && isAdded(path))
    return (
      <li id={`draft-${path}`} className="draftValue">
        <div className="policyName">{name}</div>
        <div className="row">
          <span className="quiet">{labels('notSet')}</span>
          <Button
            size="small"
            aria-label={labels('addOne', { name })}
            onClick={() => enter({ value: blankValue(field, policy) })}
          >
            {labels('add')}
          </Button>
        </div>
      </li>
    );
  const entered = ruled?.value ?? blankValue(field, policy);
  return (
    <li id={`draft-${path}`} className="draftValue" aria-describedby={`remarks-${path}`}>
      <div className="policyName">{name}</div>
      <div className="stack" style={{ gap: 8, minWidth: 0 }}>
        {isCitation ? null : (
          <KindInput
            name={name}
            path={path}
            value={entered}
            policy={policy}
            onChange={(next) => (isWords ? set({ [path]: enteredWords(value, next) }) : enter({ value: next }))}
          />
        )}
        <div className="draftClause">
          {isWords ? null : (
            <Input
              aria-label={t('clauseOf', { name })}
              placeholder={t('clause')}
              list="draftClauses"
              maxLength={200}
              value={ruled?.clause ?? ''}
              onChange={({ target }) => {
                const clause = target.value;
                if (isCitation && clause === '') set({ [path]: undefined });
                else enter({ clause, ...(isCitation ? { value: clause } : ruled ? {} : { value: entered }) });
              }}
            />
          )}
          {isCitation || isWords ? null : (
            <Select
              aria-label={t('sourceOf', { name })}
              style={{ width: 110 }}
              value={ruled?.source ?? 'notice'}
              onChange={(source) => enter({ source })}
              options={sources.map((source) => ({ value: source, label: labels(`source_${source}`) }))}
            />
          )}
          {isCitation ? null : (
            <Checkbox
              aria-label={t('checkedOne', { name })}
              checked={ruled?.confirmed ?? false}
              disabled={!ruled}
              onChange={({ target }) => enter({ confirmed: target.checked })}
            >
              {t('checked')}
            </Checkbox>
          )}
          {ruled && field.optional && !isCitation ? (
            <Button size="small" aria-label={labels('removeOne', { name })} onClick={() => set({ [path]: undefined })}>
              {labels('remove')}
            </Button>
          ) : null}
        </div>
        {ruled && !isCitation && ruled.clause.length > longestShown ? (
          <div className="quiet" lang="zh-CN">
            {ruled.clause}
          </div>
        ) : null}
        {usual && differs ? (
          <div className="quiet">
            {t('usual', { value: formatValue(usual.value, path), clause: usual.clause })}{' '}
            <Button size="small" aria-label={t('takeUsualOf', { name })} onClick={() => set({ [path]: usual })}>
              {t('takeUsual')}
            </Button>
          </div>
        ) : null}
        <Remarks draft={draft} path={path} id={`remarks-${path}`} />
      </div>
    </li>
  );
});
