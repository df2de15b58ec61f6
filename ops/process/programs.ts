/** The programs an installation runs, by the names of their builds. */
export const programs = { 'api/server.ts': 'api', 'worker.ts': 'worker' } as const;

/** One of the product's programs. */
export type Program = keyof typeof programs;

/** Whether a file of the repository is one of them. */
export const isProgram = (file: string): file is Program => Object.hasOwn(programs, file);
