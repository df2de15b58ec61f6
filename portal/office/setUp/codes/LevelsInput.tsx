import { Checkbox, Input } from 'antd';
import { type LevelLaw, nationalLevels } from '../../../../rules/campaign/codes.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { entriesOf } from '../../policy/values/kinds/partOf.js';
import type { EditedDraft } from '../useDraft.js';

interface Props {
  readonly name: string;
  readonly value: unknown;
  /** The value `levels` with its clause. */
  readonly offered: Policy['levels'];
  readonly set: EditedDraft['set'];
}

/** The levels of the notice, with its own names for them: what is ticked is offered, and nothing else is. */
export function LevelsInput({ name, value, offered, set }: Props) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  const own = entriesOf(value) as readonly LevelLaw[];
  const usual: readonly LevelLaw[] = Object.values(nationalLevels);
  const all = [...own, ...usual.filter(({ code }) => !own.some((one) => one.code === code))].toSorted(
    (one, other) => one.rank - other.rank,
  );
  const put = (levels: readonly LevelLaw[]) => {
    const sorted = levels.toSorted((one, other) => one.rank - other.rank);
    set({
      'codes.levels': sorted,
      levels: {
        ...offered,
        clause: offered.clause === '—' ? '' : offered.clause,
        value: sorted.map(({ code }) => code),
      },
    });
  };
  return (
    <fieldset className="draftChoices">
      <legend className="visuallyHidden">{name}</legend>
      {all.map((level) => {
        const isChosen = own.some(({ code }) => code === level.code);
        const label = localize(usual.find(({ code }) => code === level.code) ?? level);
        return (
          <div key={level.code} className="row">
            <Checkbox
              checked={isChosen}
              onChange={({ target }) =>
                put(target.checked ? [...own, level] : own.filter(({ code }) => code !== level.code))
              }
            >
              {label}
            </Checkbox>
            {isChosen ? (
              <Input
                aria-label={t('levelName', { name: label })}
                style={{ width: 160 }}
                maxLength={50}
                value={level.zh}
                onChange={({ target }) =>
                  put(own.map((one) => (one.code === level.code ? { ...one, zh: target.value } : one)))
                }
              />
            ) : null}
          </div>
        );
      })}
      <span className="quiet">{t('levelsMore')}</span>
    </fieldset>
  );
}
