import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

import { SCREENS } from "./screens.ts";

/** A chord's second key must follow within this time. */
const CHORD_MS = 1200;

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export const PALETTE_KEYS = isApple ? "⌘K" : "Ctrl K";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null
  );
}

export interface ShortcutActions {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** ⌘K or Ctrl-K anywhere; `?` and the g-chords outside of fields and dialogs. */
export function useShortcuts({ onPalette, onHelp }: ShortcutActions): void {
  const navigate = useNavigate();
  const palette = useEffectEvent(onPalette);
  const help = useEffectEvent(onHelp);
  const goTo = useEffectEvent((key: string) => {
    const screen = SCREENS.find(({ chord }) => chord === key);
    if (screen) void navigate({ to: screen.path });
    return screen !== undefined;
  });

  useEffect(() => {
    let chordUntilMs = 0;
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (key === "k" && (isApple ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        return palette();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isInDialog(event.target)) return;
      const inChord = event.timeStamp < chordUntilMs;
      chordUntilMs = 0;
      if (inChord && goTo(key)) return event.preventDefault();
      if (key === "g") chordUntilMs = event.timeStamp + CHORD_MS;
      if (event.key === "?") help();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
