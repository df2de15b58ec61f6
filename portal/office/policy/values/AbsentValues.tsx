import { Button } from 'antd';
import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { policyValues } from '../../../../rules/policy/policyValues.js';
import { wordsClause } from '../../../../rules/policy/words.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';
import { blankValue } from './blankValue.js';
import type { Chosen } from './PolicyValues.js';

interface Props {
  readonly policy: Policy;
  readonly onAdd: (chosen: Chosen) => void;
}

/** The values that the notice leaves out, each to be added where it does not. */
export function AbsentValues({ policy, onAdd }: Props) {
  const t = useLabels(office);
  const localize = useLocalized();
  const present = new Set(policyValues(policy).map(([path]) => path));
  const absent = Object.entries(fieldsByPath).filter(([path]) => !present.has(path));
  return absent.map(([path, field]) => {
    const name = localize(field);
    const begin = () => {
      const ruled = {
        value: blankValue(field, policy),
        clause: field.kind === 'words' ? wordsClause : '',
        source: 'notice',
        confirmed: true,
      } as const;
      onAdd({ path, name, ruled, isNew: true });
    };
    return (
      <li key={path} id={`policy-${path}`}>
        <div className="policyName">{name}</div>
        <div className="quiet">{t('notSet')}</div>
        <div className="row policyActs">
          <Button size="small" aria-label={t('addOne', { name })} onClick={begin}>
            {t('add')}
          </Button>
        </div>
      </li>
    );
  });
}
