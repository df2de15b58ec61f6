/** What short messages are sent about; operators have a registered template for each, with these places in this order. */
export const smsPlaces = {
  code: ['code'],
  invitation: ['unit', 'code'],
  notice: ['title'],
} as const satisfies Record<string, readonly string[]>;
export type SmsKind = keyof typeof smsPlaces;
export const smsKinds = Object.keys(smsPlaces) as readonly SmsKind[];
