import type { BilingualText } from '../bilingualText.js';
import { instantOf, type LocalDate, localDateOf } from '../calendar/instant.js';
import { addYears } from '../calendar/years.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { Dossier, MissingItem } from './dossier.js';

type ResultPolicy = Pick<Policy, 'results' | 'filing' | 'clauses'>;
type Achievement = NonNullable<NonNullable<Dossier['achievements']>['entries']>[number];

/** Sections whose entries are results, each with the day it was obtained, finished or published. */
const resultSections = ['achievements', 'publications'] as const;

/** How the day of a result lies: `recent` counts in full, `older` counts and is left out of Annex 1, the others do not count. */
type Standing = 'recent' | 'older' | 'before_title' | 'after_filing';

/** Whether the days of results decide anything in this campaign, and so have to be filled in. */
export function asksForDates({ results }: Pick<Policy, 'results'>): boolean {
  return results.sinceTitle.value || results.recentYears !== null;
}

/** The first day of the recent years (近五年), counted back from the policy's day; null where the notice sets none. */
export function recentFrom({ results, filing }: Pick<Policy, 'results' | 'filing'>): LocalDate | null {
  if (results.recentYears === null) return null;
  const end = localDateOf(instantOf((results.recentReference ?? filing.opens).value));
  return addYears(end, -results.recentYears.value);
}

function standingOf(day: LocalDate, { presentQualification }: Dossier, policy: ResultPolicy): Standing {
  const { results, filing } = policy;
  // The cutoff is the first instant that is too late.
  if (day > localDateOf(instantOf(filing.committee.value) - 1)) return 'after_filing';
  const { held, obtainedOn } = presentQualification ?? {};
  if (results.sinceTitle.value && held === true && obtainedOn !== undefined && day < obtainedOn) return 'before_title';
  const first = recentFrom(policy);
  return first !== null && day < first ? 'older' : 'recent';
}

/** What a standing means, with its clause; null: the result counts in full. */
function remarkOn(standing: Standing, policy: ResultPolicy): (BilingualText & { readonly clause: string }) | null {
  const { sinceTitle, recentYears } = policy.results;
  switch (standing) {
    case 'recent':
      return null;
    case 'older':
      return {
        clause: recentYears?.clause ?? '',
        zh: `不在近${recentYears?.value}年内（${recentFrom(policy)}起），单位公示不列入。`,
        en: `Not within the last ${recentYears?.value} years (from ${recentFrom(policy)}): the unit's publicity leaves it out.`,
      };
    case 'before_title':
      return {
        clause: sinceTitle.clause,
        zh: '早于取得现职称的时间，不计入。',
        en: 'Older than the present title: it does not count.',
      };
    case 'after_filing':
      return {
        clause: cite(policy, 'achievements'),
        zh: '晚于申报截止日，请核对。',
        en: 'Later than the end of filing: please check the date.',
      };
  }
}

function standings(dossier: Dossier, policy: ResultPolicy) {
  return resultSections.flatMap((section) =>
    (dossier[section]?.entries ?? []).flatMap(({ obtainedOn }, index) =>
      obtainedOn === undefined ? [] : [{ section, index, standing: standingOf(obtainedOn, dossier, policy) }],
    ),
  );
}

/**
 * What the day of each achievement and publication says of it, entry by entry: older than the present title (通知 四（一）5), older
 * than the recent years (附件1), or later than filing. Results that count in full, or have no day yet, have no remark.
 */
export function resultRemarks(dossier: Dossier, policy: ResultPolicy): readonly MissingItem[] {
  return standings(dossier, policy).flatMap(({ section, index, standing }) => {
    const remark = remarkOn(standing, policy);
    const field = `entries.${index}.obtainedOn`;
    return remark ? [{ section, field, clause: remark.clause, message: remark.zh, messageEn: remark.en }] : [];
  });
}

/** The same as a list that stands for itself: each remark says which entry it is about. */
export function listedRemarks(dossier: Dossier, policy: ResultPolicy): readonly MissingItem[] {
  return resultRemarks(dossier, policy).map((remark) => {
    const entry = Number(remark.field.split('.')[1]) + 1;
    return { ...remark, message: `第${entry}条：${remark.message}`, messageEn: `Entry ${entry}: ${remark.messageEn}` };
  });
}

/** The achievements that Annex 1 describes: those that count and are of the recent years, and those without a day. */
export function publishedAchievements(dossier: Dossier, policy: ResultPolicy): readonly Achievement[] {
  return (dossier.achievements?.entries ?? []).filter(
    ({ obtainedOn }) => obtainedOn === undefined || standingOf(obtainedOn, dossier, policy) === 'recent',
  );
}

/**
 * Why the days of the results do not do: fewer achievements that count than the policy asks for, since the present title and in
 * the recent years; days after filing; and, where the policy refuses them, results that do not count. Missing days are for the form.
 */
export function missingResults(dossier: Dossier, policy: ResultPolicy): readonly MissingItem[] {
  if (!asksForDates(policy)) return [];
  const { atLeast, sinceTitle, recentYears, refuseOthers } = policy.results;
  const all = standings(dossier, policy);
  const achievements = all.filter(({ section }) => section === 'achievements');
  const counted = achievements.filter(({ standing }) => standing === 'recent' || standing === 'older').length;
  const recent = achievements.filter(({ standing }) => standing === 'recent').length;
  const undated = (dossier.achievements?.entries ?? []).length !== achievements.length;
  const tooFew = (clause: string, zh: string, en: string): MissingItem => ({
    section: 'achievements',
    field: 'entries',
    clause,
    message: `请至少填写${atLeast.value}条${zh}业绩成果。`,
    messageEn: `Please fill in achievements ${en}, at least: ${atLeast.value}.`,
  });
  const since = tooFew(sinceTitle.clause, '取得现职称后的', 'since the present title');
  const years = tooFew(
    recentYears?.clause ?? '',
    `近${recentYears?.value}年（${recentFrom(policy)}起）的`,
    `of the last ${recentYears?.value} years (from ${recentFrom(policy)})`,
  );
  const refused: readonly Standing[] = refuseOthers.value ? ['after_filing', 'before_title'] : ['after_filing'];
  const places = all
    .filter(({ standing }) => refused.includes(standing))
    .map(({ section, index }) => `${section}.entries.${index}.obtainedOn`);
  return [
    ...(undated || achievements.length === 0 || counted >= atLeast.value ? [] : [since]),
    ...(undated || counted < atLeast.value || recentYears === null || recent >= atLeast.value ? [] : [years]),
    ...listedRemarks(dossier, policy).filter(({ section, field }) => places.includes(`${section}.${field}`)),
  ];
}
