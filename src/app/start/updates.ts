/** A new version of the app that waits to be used. */
export interface Updates {
  /** Undefined while there is none; calling it reloads the page with the new version. */
  readonly waiting: () => (() => void) | undefined;
  readonly announce: (apply: () => void) => void;
  readonly subscribe: (onChange: () => void) => () => void;
}

function createUpdates(): Updates {
  const listeners = new Set<() => void>();
  let waiting: (() => void) | undefined;
  return {
    waiting: () => waiting,
    announce(apply) {
      waiting = apply;
      for (const onChange of listeners) onChange();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** The service worker is one a page. */
export const updates = createUpdates();
