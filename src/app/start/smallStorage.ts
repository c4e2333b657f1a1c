/** The browser's small storage, or undefined where it is switched off. */
export function smallStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
