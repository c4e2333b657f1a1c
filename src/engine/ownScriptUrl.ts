/**
 * The address of a script of our own origin; what Trusted Types asks before a worker starts.
 *
 * @throws TypeError for a script of another origin
 */
export function ownScriptUrl(address: string, base: string): string {
  const url = new URL(address, base);
  if (url.origin !== new URL(base).origin) throw new TypeError(`a script of another origin: ${url.origin}`);
  return url.href;
}
