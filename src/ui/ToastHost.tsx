import type { ReactNode } from "react";
import { createContext, lazy, Suspense, use, useState, useSyncExternalStore } from "react";

import type { ToastControls } from "./toastQueue.ts";
import { createToastQueue } from "./toastQueue.ts";

const ToastLayer = lazy(async () => ({ default: (await import("./ToastLayer.tsx")).ToastLayer }));

const ToastContext = createContext<ToastControls | undefined>(undefined);

export interface ToastHostProps {
  readonly children: ReactNode;
}

/** The layer that shows toasts is loaded for the first of them. */
export function ToastHost({ children }: ToastHostProps) {
  const [queue] = useState(createToastQueue);
  const wanted = useSyncExternalStore(queue.subscribe, queue.isWanted);
  return (
    <ToastContext value={queue}>
      {children}
      {wanted && (
        <Suspense>
          <ToastLayer queue={queue} />
        </Suspense>
      )}
    </ToastContext>
  );
}

/** Keeps its identity between renders. */
export function useToast(): ToastControls {
  const controls = use(ToastContext);
  if (!controls) throw new Error("ToastHost is missing");
  return controls;
}
