import { paperInputOf } from '../../../bench/data/paperInputs.js';
import type { PaperInput } from '../../../documents/paper/application/input.js';
import { postingTable } from '../../../documents/paper/application/postingTable.js';
import { posting } from '../../../documents/paper/application/unitPapers.js';

const sample = paperInputOf(1);
/** What they wrote of their results is their own to cover. */
const open: PaperInput = { ...sample, dossier: { ...sample.dossier, achievements: { entries: [] } } };
const covered: PaperInput = {
  ...open,
  dossier: { ...open.dossier, masking: { ...open.dossier.masking, maskedItems: ['name', 'employer'] } },
};
const alone = (input: PaperInput) => JSON.stringify(posting(input));
const together = (input: PaperInput) =>
  JSON.stringify(postingTable({ campaignId: 'c', policy: input.policy }, [input]));

test.each([alone, together])('what is posted names nobody who asked to be covered for confidential work', (print) => {
  expect(print(open)).toContain(open.applicantName);
  expect(print(open)).toContain(open.unitName);
  expect(print(covered)).not.toContain(open.applicantName);
  expect(print(covered)).not.toContain(open.unitName);
});
