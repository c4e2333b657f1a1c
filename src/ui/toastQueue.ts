export type ToastTone = "neutral" | "good" | "bad";

export interface ToastAction {
  readonly label: string;
  readonly onClick: () => void;
}

export interface ToastContent {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: ToastTone | undefined;
  readonly action?: ToastAction | undefined;
  /** Before the action, and quieter: "Undo". */
  readonly otherAction?: ToastAction | undefined;
  /** 6,000 when left out; 0 stays until it is dismissed. */
  readonly timeoutMs?: number | undefined;
}

export interface ToastControls {
  readonly show: (content: ToastContent) => string;
  readonly close: (id: string) => void;
}

/** What shows toasts, once it is there. */
interface ToastShower {
  readonly show: (id: string, content: ToastContent) => void;
  readonly close: (id: string) => void;
}

export interface ToastQueue extends ToastControls {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly isWanted: () => boolean;
  /** Hands over what waits and whatever comes; returns how to stop. */
  readonly attach: (shower: ToastShower) => () => void;
}

/** Keeps toasts until something can show them. */
export function createToastQueue(): ToastQueue {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, ToastContent>();
  let shower: ToastShower | undefined;
  let count = 0;
  return {
    show(content) {
      const id = `toast ${++count}`;
      if (shower) shower.show(id, content);
      else waiting.set(id, content);
      for (const onChange of listeners) onChange();
      return id;
    },
    close(id) {
      waiting.delete(id);
      shower?.close(id);
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    isWanted: () => count > 0,
    attach(next) {
      shower = next;
      for (const [id, content] of waiting) next.show(id, content);
      waiting.clear();
      return () => {
        shower = undefined;
      };
    },
  };
}
