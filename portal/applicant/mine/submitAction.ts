import type { Action, Application } from '../../api/applications.js';

/** Acts that submit the form; they have pages of their own. */
const submitAction = ['submission', 'resubmission'];

/** The act by which the applicant submits the form now, whether or not it is possible at this moment. */
export const submitting = ({ actions }: Pick<Application, 'actions'>): Action | undefined =>
  actions.find(({ takes, allowedRoles }) => submitAction.includes(takes) && allowedRoles.includes('applicant'));

/** The page on which the form is prepared for that act. */
export const workPage = ({ id }: Pick<Application, 'id'>, { takes }: Pick<Action, 'takes'>): string =>
  `/applicant/${id}/${takes === 'resubmission' ? 'correction' : 'form'}`;
