import { lifecycle, type Status } from '../../rules/application/lifecycle.js';
import { Problem } from '../http/problem.js';

/** That the dossier cannot be changed where the application stands. */
export function notEditable(status: Status): Problem {
  const { zh, en } = lifecycle[status];
  return new Problem('not_editable', {
    zh: `目前处于“${zh}”环节，不能修改申报材料。`,
    en: `The application stands at “${en}”, where the dossier cannot be changed.`,
  });
}
