import type { ReactNode } from 'react';
import './form.css';

interface Props {
  /** id of the control; its `aria-describedby` comes from `describedBy` */
  readonly id: string;
  readonly label: string;
  /** several controls under one label, such as radio buttons */
  readonly group?: boolean;
  readonly error?: string | undefined;
  readonly missing?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** The id of the description below a field. */
export const descriptionIdOf = (id: string) => `${id}:description`;

/** A field with its label and description: an error, that it is missing, or a hint. */
export function Labelled({ id, label, group = false, error, missing, hint, children }: Props) {
  const description = error ?? missing ?? hint;
  const Label = group ? 'span' : 'label';
  return (
    <div className={`field ${error === undefined ? '' : 'fieldWrong'}`}>
      <Label id={`${id}:label`} className="fieldLabel" {...(group ? {} : { htmlFor: id })}>
        {label}
      </Label>
      {children}
      {description === undefined ? null : (
        <div
          id={descriptionIdOf(id)}
          className={error === undefined ? 'quiet fieldSaid' : 'fieldSaid fieldError'}
          role={error === undefined ? undefined : 'alert'}
        >
          {description}
        </div>
      )}
    </div>
  );
}
