import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Owner } from './dataKeys.js';
import type { Vault } from './vault.js';

/** A form whose sections are encrypted with the applicant's key, each by itself. */
export type SealedDossier = Readonly<Record<string, string>>;

/** Whose form it is. */
export interface DossierOwner {
  readonly applicationId: string;
  readonly applicantId: string;
}

export const personOwner = (personId: string): Owner => `person:${personId}`;

const about = (applicationId: string, section: string) => `dossier/${applicationId}/${section}`;

/** Encrypts the sections of a form that are there. */
export async function sealDossier(
  vault: Vault,
  { applicationId, applicantId }: DossierOwner,
  dossier: Dossier,
): Promise<SealedDossier> {
  const sections = Object.entries(dossier).filter(([, section]) => section !== undefined);
  const sealed = sections.map(async ([name, section]) => {
    const text = JSON.stringify(section);
    return [name, await vault.sealText(personOwner(applicantId), text, about(applicationId, name))] as const;
  });
  return Object.fromEntries(await Promise.all(sealed));
}

/** The form, or null when the applicant's key was erased. */
export async function openDossier(vault: Vault, applicationId: string, sealed: SealedDossier): Promise<Dossier | null> {
  const sections = Object.entries(sealed).map(async ([name, section]) => {
    const text = await vault.openText(section, about(applicationId, name));
    return text === null ? null : ([name, JSON.parse(text)] as const);
  });
  const opened = (await Promise.all(sections)).flatMap((section) => (section ? [section] : []));
  return opened.length < sections.length ? null : Object.fromEntries(opened);
}

/** The hash by which a certificate's number is found in other forms; numbers of one section are compared with each other. */
export async function certificateHash(vault: Vault, section: string, number: string): Promise<string> {
  return await vault.keyedHash(`certificate ${section} ${number}`);
}

/** The hash by which a form is found by its whole ID number, or null when it has none. */
export async function idNumberHash(vault: Vault, idNumber: string | undefined): Promise<string | null> {
  return idNumber ? await vault.keyedHash(`id number ${idNumber.toUpperCase()}`) : null;
}
