import type { Action, Application } from '../../api/applications.js';

/** Acts that hand in the form: pages of their own lead to them. */
const submitAction = ['submission', 'resubmission'];

/** The act by which the applicant hands the form in now, whether or not it is possible at this moment. */
export const submitting = ({ actions }: Pick<Application, 'actions'>): Action | undefined =>
  actions.find(({ takes, allowedRoles }) => submitAction.includes(takes) && allowedRoles.includes('applicant'));

/** The page where the form is made ready for it. */
export const workPage = ({ id }: Pick<Application, 'id'>, { takes }: Pick<Action, 'takes'>): string =>
  `/applicant/${id}/${takes === 'resubmission' ? 'correction' : 'form'}`;
