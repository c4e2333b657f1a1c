import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { errorText } from "#src/ui/errorText.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { strings } from "./strings.ts";

export interface EraseDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly today: () => EpochDay;
  /** Removes what the page keeps beside the store; resolves to the names of what is left. */
  readonly onErased: () => Promise<readonly string[]>;
}

/** The word must be typed, since nothing can bring the data back. */
export function EraseDialog({ open, onClose, today, onErased }: EraseDialogProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const [typed, setTyped] = useState("");
  const erase = useErase(today, onErased);

  function close() {
    setTyped("");
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.eraseTitle}
      description={words.eraseBody(format.count(status.imports), format.count(status.rows))}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button
            variant="danger"
            disabled={typed.trim().toUpperCase() !== words.eraseWord || erase.isPending}
            onClick={() => erase.mutate(undefined, { onSuccess: ({ result }) => result.ok && close() })}
          >
            {words.eraseConfirm}
          </Button>
        </>
      }
    >
      <TextField label={words.eraseType(words.eraseWord)} value={typed} onChange={setTyped} />
    </Dialog>
  );
}

/** Afterwards nothing is left but the page, at its first screen. */
function useErase(today: () => EpochDay, onErased: EraseDialogProps["onErased"]) {
  const { methods, refresh } = useEngine();
  const words = useStrings(strings);
  const language = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const result = await methods.eraseEverything({ today: today() });
      if (!result.ok) return { result, left: [] };
      await refresh();
      const { imports, rows } = result.value;
      return { result, left: [...(imports + rows > 0 ? [words.storage] : []), ...(await onErased())] };
    },
    onSuccess: ({ result, left }) => {
      if (!result.ok) {
        const { what, fix } = errorText(result.refusal, language);
        toast.show({ title: what, detail: fix, tone: "bad", timeoutMs: 0 });
        return;
      }
      if (left.length === 0) toast.show({ title: words.erased, tone: "good" });
      else toast.show({ title: words.erased, detail: words.eraseLeft(left.join(", ")), tone: "bad", timeoutMs: 0 });
      void navigate({ to: "/" });
    },
    onError: (error) => toast.show({ title: words.eraseFailed, detail: error.message, tone: "bad", timeoutMs: 0 }),
  });
}
