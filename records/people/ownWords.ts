import type { Database } from '../database.js';
import { openDossier, type SealedDossier } from '../sealed/sealedDossier.js';

/** What a password must not be made of: the person's name, address and units, and ID number and telephone of their forms. */
export async function ownWordsOf(database: Database, personId: string): Promise<readonly string[]> {
  const [{ name, email, phone, bindings }, forms] = await Promise.all([
    database.user.findUniqueOrThrow({
      where: { id: personId },
      select: {
        name: true,
        email: true,
        phone: true,
        bindings: { select: { unit: { select: { id: true, name: true } } } },
      },
    }),
    database.dossier.findMany({ where: { application: { applicantId: personId } } }),
  ]);
  const units = bindings.flatMap(({ unit }) => (unit === null ? [] : [unit.id, unit.name]));
  const numbers = forms.map(async ({ applicationId, draft }) => {
    const form = await openDossier(database.vault, applicationId, draft as SealedDossier);
    const { idNumber = '', phone = '' } = form?.basicInformation ?? {};
    return [...partsOf(idNumber), phone];
  });
  const addresses = email === null ? [] : [email, ...email.split(/[@.]/)];
  return [name, ...addresses, phone ?? '', ...units, ...(await Promise.all(numbers)).flat()];
}

/** The same of somebody who has no account yet. */
export const wordsOf = (person: { readonly name: string; readonly contact: string; readonly idNumber: string }) => [
  person.name,
  person.contact,
  ...person.contact.split(/[@.]/),
  ...partsOf(person.idNumber),
];

/** An ID number, the day of birth in it, and its last six characters, which people use as a password most. */
const partsOf = (idNumber: string) => [idNumber, idNumber.slice(6, 14), idNumber.slice(-6)];
