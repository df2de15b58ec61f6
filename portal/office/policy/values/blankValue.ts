import type { Policy } from '../../../../rules/policy/policy.js';
import type { PolicyField } from '../../../../rules/policy/policyFields.js';

const windowIn = ({ year }: Policy) => ({ opens: `${year}-01-01T00:00`, due: `${year}-12-31T24:00` });

/** The value that the form of a new entry begins with: of the field's kind, and within its bounds. */
export function blankValue(field: PolicyField, policy: Policy): unknown {
  const moment = windowIn(policy).due;
  const [level = ''] = policy.levels.value;
  switch (field.kind) {
    case 'number':
      return field.min;
    case 'yesNo':
      return false;
    case 'moment':
      return moment;
    case 'window':
      return windowIn(policy);
    case 'levelWindows':
      return [{ level, audit: windowIn(policy), payment: windowIn(policy), materials: windowIn(policy) }];
    case 'rounds':
      return {
        first: { zh: '上半年', en: 'First half' },
        later: [
          {
            code: 'second',
            zh: '下半年',
            en: 'Second half',
            filing: {
              opens: windowIn(policy).opens,
              applicant: moment,
              unit: moment,
              chain: moment,
              byDepartment: null,
              committee: moment,
            },
            windows: { audit: windowIn(policy), payment: windowIn(policy), materials: windowIn(policy) },
            correctionUntil: null,
          },
        ],
      };
    case 'defenseFee':
      return {
        fees: Object.fromEntries(policy.defense.levels.value.map((one) => [one, 0])),
        window: null,
        workingDays: policy.paymentGraceWorkingDays.value,
      };
    case 'examination':
      return { name: '', years: 1, tracks: null, levels: null };
    case 'belonging':
      return { regions: [], departments: [], units: [] };
    case 'cutoffs':
      return [{ code: '', name: '', due: moment }];
    case 'words':
      return { zh: '', en: '' };
    case 'text':
    case 'citation':
      return '';
    default:
      return [];
  }
}

/** What a part of a value that may be absent begins with; undefined: it cannot be added here. */
export function blankPart(name: string, policy: Policy): unknown {
  if (['window', 'audit', 'payment', 'materials'].includes(name)) return windowIn(policy);
  if (['applicant', 'unit', 'chain', 'correctionUntil'].includes(name)) return windowIn(policy).due;
  return name === 'tracks' || name === 'levels' ? [] : undefined;
}
