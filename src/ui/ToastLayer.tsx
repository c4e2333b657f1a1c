import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useEffect } from "react";

import { buttonClass } from "./Button.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import type { ToastAction, ToastContent, ToastQueue, ToastTone } from "./toastQueue.ts";

const en = { close: "Dismiss", region: "Notifications" };
const zh: typeof en = { close: "关闭", region: "通知" };
const strings: Catalogue<typeof en> = { en, zh };

interface ToastData {
  readonly tone: ToastTone;
  readonly otherAction?: ToastAction | undefined;
}

export interface ToastLayerProps {
  readonly queue: ToastQueue;
}

/** At the lower right, above what `--toast-bottom` keeps free. */
export function ToastLayer({ queue }: ToastLayerProps) {
  const words = useStrings(strings);
  return (
    <Toast.Provider timeout={6000} limit={4}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={words.region}
          className="no-print fixed right-4 bottom-(--toast-bottom,16px) z-60 flex w-[min(360px,calc(100vw-32px))] flex-col gap-2 outline-none"
        >
          <ToastList queue={queue} closeLabel={words.close} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ queue, closeLabel }: ToastLayerProps & { readonly closeLabel: string }) {
  const { toasts, add, close } = Toast.useToastManager<ToastData>();
  useEffect(
    () => queue.attach({ show: (id, content) => void add(toastOptions(id, content, close)), close }),
    [queue, add, close],
  );
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} swipeDirection={["right", "down"]} className="popup data-limited:hidden">
      <Toast.Content className="flex items-start gap-2.5 p-3">
        <ToneIcon tone={toast.data?.tone ?? "neutral"} />
        <div className="min-w-0 flex-1 pt-0.5">
          <Toast.Title className="font-label" />
          <Toast.Description className="text-ink-2" />
        </div>
        {toast.data?.otherAction !== undefined && (
          <button type="button" onClick={toast.data.otherAction.onClick} className={buttonClass("ghost", "sm")}>
            {toast.data.otherAction.label}
          </button>
        )}
        {toast.actionProps !== undefined && <Toast.Action className={buttonClass("secondary", "sm")} />}
        <Toast.Close
          aria-label={closeLabel}
          className="flex size-6 shrink-0 items-center justify-center rounded-control text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

function ToneIcon({ tone }: Pick<ToastData, "tone">) {
  if (tone === "good") return <CircleCheck size={16} className="mt-1 shrink-0 text-good" aria-hidden />;
  if (tone === "bad") return <CircleAlert size={16} className="mt-1 shrink-0 text-bad" aria-hidden />;
  return null;
}

function toastOptions(
  id: string,
  { title, detail, tone = "neutral", action, otherAction, timeoutMs }: ToastContent,
  close: (id: string) => void,
) {
  const thenClose =
    ({ onClick }: ToastAction) =>
    () => {
      onClick();
      close(id);
    };
  const actionProps = action && { children: action.label, onClick: thenClose(action) };
  const other = otherAction && { ...otherAction, onClick: thenClose(otherAction) };
  return {
    id,
    title,
    description: detail,
    data: { tone, otherAction: other },
    timeout: timeoutMs,
    actionProps,
    priority: tone === "bad" ? ("high" as const) : ("low" as const),
  };
}
