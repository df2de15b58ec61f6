import { type ReactNode, useMemo, useRef, useState } from 'react';
import { draftPaths } from '../../../rules/policy/drafts/draftPaths.js';
import { amendedBy, type DraftValues } from '../../../rules/policy/drafts/draftValues.js';
import { filledPolicy } from '../../../rules/policy/drafts/filledPolicy.js';
import { type CampaignStep, pathsOfStep } from '../../../rules/policy/drafts/steps.js';
import { fieldsByPath } from '../../../rules/policy/fieldsByPath.js';
import { isRuled } from '../../../rules/policy/policyValues.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import { MomentContext } from '../policy/values/chosenMoment.js';
import { DraftCalendar } from './DraftCalendar.js';
import { DraftValue, isAdded } from './DraftValue.js';
import { datesOf } from './datesOf.js';
import { HeadValue } from './HeadValue.js';
import type { EditedDraft } from './useDraft.js';

interface Props {
  readonly step: CampaignStep;
  readonly edited: EditedDraft;
}

/** Everything of one step. What a notice may leave out, and this one does, stands apart at its end. */
export function StepValues({ step, edited: { saved, values, set } }: Props) {
  const t = useLabels(setUp);
  const policy = usePolicy(values);
  const paths = pathsOfStep(step).filter((path) => step !== 'what' || path !== 'levels' || 'codes.levels' in values);
  const isLeftOut = (path: string) => isAdded(path) && !isRuled(values[path]);
  const [leftOut, shown] = [paths.filter(isLeftOut), paths.filter((path) => !isLeftOut(path))];
  const clauses = useMemo(() => {
    const texts = Object.values(values).flatMap((value) =>
      isRuled(value) && value.clause !== '' ? [value.clause] : [],
    );
    return [...new Set(texts)].toSorted();
  }, [values]);
  const rowOf = (path: string) =>
    fieldsByPath[path] ? (
      <DraftValue key={path} path={path} value={values[path]} policy={policy} draft={saved} set={set} />
    ) : (
      <HeadValue
        key={path}
        path={path}
        value={values[path]}
        policy={policy}
        draft={saved}
        isNew={amendedBy(saved.basis) === null}
        set={set}
      />
    );
  return (
    <>
      <datalist id="draftClauses">
        {clauses.map((clause) => (
          <option key={clause} value={clause} />
        ))}
      </datalist>
      <datalist id="policyHours">
        {['00:00', '09:00', '10:00', '12:00', '17:00', '18:00', '19:30', '24:00'].map((clock) => (
          <option key={clock} value={clock} />
        ))}
      </datalist>
      <WithCalendar isShown={step === 'when'} values={values}>
        <ul className="draftValues">{shown.map(rowOf)}</ul>
        {leftOut.length === 0 ? null : (
          <>
            <h3 className="draftLeftOut">{t('others', { n: leftOut.length })}</h3>
            <ul className="draftValues">{leftOut.map(rowOf)}</ul>
          </>
        )}
      </WithCalendar>
    </>
  );
}

/** What values name, and what a new entry begins with. */
const lists = ['specialties', 'codes.levels', 'codes.tracks', 'codes.employerKinds', 'codes.employerRanks'] as const;
const otherLists = ['codes.skillGrades', 'codes.exemptionGrounds'] as const;

/**
 * The codes, levels and year of a draft as a policy, with something in place of what it lacks. It stays the same object
 * until one of these changes, so that a letter typed elsewhere draws one row anew and not all of them.
 */
function usePolicy(values: EditedDraft['values']) {
  const named = {
    ...(typeof values.year === 'number' ? { year: values.year } : {}),
    ...Object.fromEntries(
      [...lists, ...otherLists].flatMap((path) => {
        const list = values[path];
        return Array.isArray(list) && list.length > 0 ? [[path, list]] : [];
      }),
    ),
    ...Object.fromEntries(
      ['levels', 'defense.levels'].flatMap((path) => {
        const ruled = values[path];
        return isRuled(ruled) && Array.isArray(ruled.value) ? [[path, ruled]] : [];
      }),
    ),
  };
  const key = JSON.stringify(named);
  return useMemo(() => {
    const known = JSON.parse(key) as DraftValues;
    return filledPolicy(
      known,
      draftPaths.filter((path) => !(path in known)),
    );
  }, [key]);
}

const nothing = { name: null, value: '' };

/** On the step of the dates: a calendar beside them, on which the chosen one is set. */
function WithCalendar({
  isShown,
  values,
  children,
}: {
  readonly isShown: boolean;
  readonly values: EditedDraft['values'];
  readonly children: ReactNode;
}) {
  const [moment, setMoment] = useState<{ readonly name: string | null; readonly value: string }>(nothing);
  const current = useRef<{ readonly value: string; readonly onChange: (value: string) => void } | null>(null);
  const chosen = useMemo(
    () => ({
      ...moment,
      choose: (name: string, value: string) => setMoment((now) => (now.name === name ? now : { name, value })),
      current,
    }),
    [moment],
  );
  const dates = useMemo(() => datesOf(values), [values]);
  if (!isShown) return children;
  const year = typeof values.year === 'number' ? values.year : 2024;
  const region = typeof values.region === 'string' ? values.region : 'national';
  return (
    <MomentContext value={chosen}>
      <div className="draftWhen">
        <DraftCalendar
          region={region}
          begin={dates[0]?.day.slice(0, 7) ?? `${year}-07`}
          dates={dates}
          chosen={chosen}
        />
        <div>{children}</div>
      </div>
    </MomentContext>
  );
}
