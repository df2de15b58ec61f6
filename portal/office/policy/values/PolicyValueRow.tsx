import { Button, Tag } from 'antd';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import type { Chosen } from './PolicyValues.js';
import { languageOfValue, useValueLabels } from './useValueLabels.js';

/** What can be done with a value of a policy. */
export type ValueAct = 'edit' | 'confirm' | 'remove';

interface Props {
  readonly chosen: Chosen;
  readonly isOptional: boolean;
  readonly onAct: (what: ValueAct) => void;
}

/** One value of a policy with its clause, whether it has been confirmed, and what can be done with it. */
export function PolicyValueRow({ chosen: { path, name, ruled }, isOptional, onAct }: Props) {
  const t = useLabels(office);
  const { formatValue } = useValueLabels();
  const value = formatValue(ruled.value, path);
  return (
    <li id={`policy-${path}`}>
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
            <Button size="small" type="primary" aria-label={t('confirmOne', { name })} onClick={() => onAct('confirm')}>
              {t('confirm')}
            </Button>
          </>
        )}
        <Button size="small" aria-label={t('editOne', { name })} onClick={() => onAct('edit')}>
          {t('edit')}
        </Button>
        {isOptional ? (
          <Button size="small" danger aria-label={t('removeOne', { name })} onClick={() => onAct('remove')}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
