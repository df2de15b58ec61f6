import { addDays, type LocalDate, type LocalDateTime } from '../../calendar/instant.js';
import {
  type OwnWindows,
  type Policy,
  type PolicyWindow,
  type Ruled,
  type WindowName,
  windowNames,
} from '../policy.js';

/**
 * Each date of the moved campaign, in days from today: filing, audit and payment are all open today, and have been for so
 * long that an application can have passed every status before today, even over the longest holidays.
 */
const around = {
  announced: -52,
  filingOpens: -45,
  auditOpens: -31,
  paymentOpens: -28,
  applicant: 14,
  unit: 17,
  chain: 20,
  committee: 21,
  correctionUntil: 30,
  auditDue: 32,
  paymentDue: 37,
} as const;

const windowDays = {
  audit: { opens: 'auditOpens', due: 'auditDue' },
  payment: { opens: 'paymentOpens', due: 'paymentDue' },
  materials: { opens: 'paymentOpens', due: 'paymentDue' },
} as const satisfies Record<WindowName, Record<keyof PolicyWindow, keyof typeof around>>;

/** Fee and originals that come before the audit are due before it ends. */
const beforeAudit = { opens: 'auditOpens', due: 'committee' } as const;

/** The same hour on another day. */
function onDay(dateTime: LocalDateTime, day: LocalDate): LocalDateTime {
  return `${day}${dateTime.slice(10)}`;
}

/** A moved value: its clause says that it is the demo's and not the notice's. */
function moved<T>(ruled: Ruled<T>, value: T): Ruled<T> {
  return { ...ruled, value, clause: `${ruled.clause}（演示：时间平移）`, source: 'default' };
}

/**
 * The same rules with the windows moved around today, for the demo campaign: filing has opened and is not cut off, audit
 * and payment have opened and are not over. Hours stay as the notice has them, and years move with the campaign's year.
 */
export function movedAround(policy: Policy, today: LocalDate, id: string): Policy {
  const on = (day: keyof typeof around): LocalDate => addDays(today, around[day]);
  const at = (ruled: Ruled<LocalDateTime>, day: keyof typeof around) => moved(ruled, onDay(ruled.value, on(day)));
  const maybe = (ruled: Ruled<LocalDateTime> | null, day: keyof typeof around) => (ruled ? at(ruled, day) : null);
  const { paymentBeforeAudit, materialsBeforeAudit } = policy.stages;
  const days = {
    ...windowDays,
    ...(paymentBeforeAudit.value ? { payment: beforeAudit } : {}),
    ...(materialsBeforeAudit.value ? { materials: beforeAudit } : {}),
  };
  const window = (name: WindowName, { opens, due }: PolicyWindow): PolicyWindow => ({
    opens: onDay(opens, on(days[name].opens)),
    due: onDay(due, on(days[name].due)),
  });
  const maybeWindow = (name: WindowName) => {
    const ruled = policy[name];
    return ruled && moved(ruled, window(name, ruled.value));
  };
  const own = (windows: OwnWindows): OwnWindows =>
    Object.fromEntries(
      windowNames.flatMap((name) => {
        const one = windows[name];
        return one ? [[name, window(name, one)]] : [];
      }),
    );
  const { defenseFee } = policy;
  const feeWindow = defenseFee?.value.window;
  const year = Number(today.slice(0, 4));
  const { byDepartment } = policy.filing;
  const { levelWindows } = policy;
  const { committees } = policy.reviewCommittee;
  const years = policy.evidence.continuingEducationYears;
  return {
    ...policy,
    id,
    title: `（演示）${policy.title.replaceAll(String(policy.year), String(year))}`,
    year,
    announcedOn: on('announced'),
    filing: {
      opens: at(policy.filing.opens, 'filingOpens'),
      applicant: maybe(policy.filing.applicant, 'applicant'),
      unit: maybe(policy.filing.unit, 'unit'),
      chain: maybe(policy.filing.chain, 'chain'),
      byDepartment: byDepartment
        ? moved(
            byDepartment,
            byDepartment.value.map((one) => ({ ...one, due: onDay(one.due, on('chain')) })),
          )
        : null,
      committee: at(policy.filing.committee, 'committee'),
      afterReturn: policy.filing.afterReturn,
    },
    audit: maybeWindow('audit'),
    payment: maybeWindow('payment'),
    materials: maybeWindow('materials'),
    levelWindows:
      levelWindows &&
      moved(
        levelWindows,
        levelWindows.value.map((one) => ({ ...own(one), level: one.level })),
      ),
    defenseFee:
      defenseFee && feeWindow
        ? moved(defenseFee, { ...defenseFee.value, window: window('payment', feeWindow) })
        : defenseFee,
    // A demo has one round.
    rounds: null,
    correctionUntil: maybe(policy.correctionUntil, 'correctionUntil'),
    reviewCommittee: {
      ...policy.reviewCommittee,
      committees: committees.value.some((one) => one.windows)
        ? moved(
            committees,
            committees.value.map((one) => (one.windows ? { ...one, windows: own(one.windows) } : one)),
          )
        : committees,
    },
    results: { ...policy.results, recentReference: null },
    evidence: {
      ...policy.evidence,
      // The demo counts on the day of the submission.
      retirementReference: null,
      retirementSeenUntil: moved(policy.evidence.retirementSeenUntil, `${year}-12-31T23:59`),
      yearsReference: null,
      continuingEducationYears: moved(
        years,
        years.value.map((one) => one + year - policy.year),
      ),
    },
  };
}
