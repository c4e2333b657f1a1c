/**
 * The page's one policy, made before any library runs: ECharts clears its container with an empty string, and nothing
 * of ours ever makes markup from text, so that text which still arrives here is shown as text.
 */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function toHarmlessMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/** @throws TypeError for a script of another origin */
export function ownScriptUrl(address: string, base: string): string {
  const url = new URL(address, base);
  if (url.origin !== new URL(base).origin) throw new TypeError(`a script of another origin: ${url.origin}`);
  return url.href;
}

window.trustedTypes?.createPolicy("default", {
  createHTML: toHarmlessMarkup,
  createScriptURL: (address) => ownScriptUrl(address, location.href),
});
