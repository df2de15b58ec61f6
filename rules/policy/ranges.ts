/** A number of days, years or people with the bounds most values have. */
export const days = { kind: 'number', min: 1, max: 366 } as const;
export const years = { kind: 'number', min: 1, max: 20 } as const;
export const count = { kind: 'number', min: 1, max: 1000 } as const;
