/** How somebody is reached before they have an account: a code goes there, and comes back with what they ask for. */
export const contactChannels = ['mail', 'sms'] as const;
export type ContactChannel = (typeof contactChannels)[number];

const forms: Readonly<Record<ContactChannel, RegExp>> = {
  mail: /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/,
  // A mobile number of the mainland, as operators of short messages take it.
  sms: /^1[3-9]\d{9}$/,
};

/** The channel that leads to this contact, or null. */
export function channelTo(contact: string): ContactChannel | null {
  return contactChannels.find((channel) => forms[channel].test(contact)) ?? null;
}

/** A contact as it is kept and compared: an address in lower case, a number without spaces, hyphens and +86. */
export function normalContact(typed: string): string {
  const contact = typed.normalize('NFKC').trim();
  if (contact.includes('@')) return contact.toLowerCase();
  const digits = contact.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return digits;
}
