import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";

import { watchFaults } from "#src/app/report.ts";
import { updates } from "#src/app/start/updates.ts";
import { useStrings } from "#src/ui/language.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";

import { strings } from "./strings.ts";

/** Says what no screen can say: faults outside of panels, and that a new version waits. */
export function Notices() {
  useFaultNotice();
  useUpdateNotice();
  return null;
}

function useFaultNotice(): void {
  const words = useStrings(strings);
  const toast = useToast();
  const lastMessage = useRef("");
  const onFault = useEffectEvent(({ message }: Error) => {
    if (message === lastMessage.current) return;
    lastMessage.current = message;
    toast.show({ title: words.fault, detail: message, tone: "bad" });
  });
  useEffect(() => watchFaults(onFault), []);
}

function useUpdateNotice(): void {
  const words = useStrings(strings);
  const toast = useToast();
  const apply = useSyncExternalStore(updates.subscribe, updates.waiting);
  const announce = useEffectEvent((onClick: () => void) => {
    toast.show({
      title: words.newVersion,
      detail: words.newVersionDetail,
      timeoutMs: 0,
      action: { label: words.reload, onClick },
    });
  });
  useEffect(() => {
    if (apply) announce(apply);
  }, [apply]);
}
