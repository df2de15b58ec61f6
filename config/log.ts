/** What processes log to: pino, or anything like it. Fields hold ids and codes, never what people wrote. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
