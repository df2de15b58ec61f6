import type { ComponentType } from 'react';
import type { FormName } from '../../../rules/application/act.js';
import { EntrustedResult, Entrustment } from './EntrustedFields.js';
import {
  Appointment,
  Attachments,
  Extension,
  type FieldsProps,
  FreeText,
  Meeting,
  Objection,
  ObjectionOutcome,
  PanelSheets,
  Pause,
  Payment,
  Submission,
} from './fields.js';
import { Defects, Originals, Resubmission } from './lists.js';
import { Posting } from './Posting.js';

/** Form values as Ant Design's Form keeps them. */
export type FormValues = Readonly<Record<string, unknown>>;

interface FormOfAct {
  readonly Fields: ComponentType<FieldsProps>;
  /** request body from the form values */
  readonly bodyOf: (typed: FormValues) => unknown;
}

const filled = (typed: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
const inBeijing = (minute: unknown) => `${String(minute)}:00+08:00`;
const list = (value: unknown) => (Array.isArray(value) ? (value as readonly FormValues[]) : []);
const record = (value: unknown) => Object.entries((value ?? {}) as FormValues);

/** For acts that take no input. */
export const nothing: FormOfAct = { Fields: NoFields, bodyOf: () => ({}) };

function NoFields() {
  return null;
}

/** The forms of acts people perform, by what the law says they take. */
export const forms: Readonly<Partial<Record<FormName, FormOfAct>>> = {
  nothing,
  submission: { Fields: Submission, bodyOf: () => ({}) },
  freeText: { Fields: FreeText, bodyOf: filled },
  attachments: { Fields: Attachments, bodyOf: filled },
  objection: { Fields: Objection, bodyOf: filled },
  objectionOutcome: { Fields: ObjectionOutcome, bodyOf: filled },
  defects: {
    Fields: Defects,
    bodyOf: ({ defects, ...typed }) => ({ ...filled(typed), defects: list(defects).map(filled) }),
  },
  resubmission: {
    Fields: Resubmission,
    bodyOf: ({ answers }) => ({ answers: record(answers).map(([defect, text]) => ({ defect, text })) }),
  },
  posting: { Fields: Posting, bodyOf: () => ({}) },
  payment: {
    Fields: Payment,
    bodyOf: ({ yuan, ...typed }) => ({ ...filled(typed), amount: Math.round(Number(yuan) * 100) }),
  },
  originals: {
    Fields: Originals,
    bodyOf: ({ copies }) => ({
      received: record(copies).flatMap(([kind, n]) => Array.from({ length: Number(n ?? 0) }, () => kind)),
    }),
  },
  appointment: { Fields: Appointment, bodyOf: ({ at, ...typed }) => ({ ...filled(typed), at: inBeijing(at) }) },
  declination: { Fields: FreeText, bodyOf: filled },
  callOff: { Fields: FreeText, bodyOf: filled },
  // Experts, recusals and scores are those of the panel's sheets: nobody types them.
  scores: { Fields: PanelSheets, bodyOf: () => ({}) },
  meeting: { Fields: Meeting, bodyOf: filled },
  entrustment: { Fields: Entrustment, bodyOf: filled },
  entrustedResult: { Fields: EntrustedResult, bodyOf: ({ decision: _, ...typed }) => filled(typed) },
  pause: { Fields: Pause, bodyOf: filled },
  extension: { Fields: Extension, bodyOf: ({ due, ...typed }) => ({ ...filled(typed), due: inBeijing(due) }) },
};
