const browsers = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** The browser and system that a User-Agent header names, for its owner to recognise; null when it names neither. */
export function browserIn(userAgent: string | null): string | null {
  const first = (among: typeof browsers | typeof systems) =>
    among.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const parts = [first(browsers), first(systems)].filter((one) => one !== undefined);
  return parts.length === 0 ? null : parts.join(' · ');
}
