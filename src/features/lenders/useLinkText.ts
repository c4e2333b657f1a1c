import { useState } from "react";

/** What is typed into a field whose value the link holds. */
export interface LinkText {
  readonly text: string;
  /** A change of what stands in the field. */
  readonly type: (text: string) => void;
  /** What the link is about to say because of this field; said twice before it does, it counts once. */
  readonly send: (written: string) => void;
}

interface Typed {
  readonly text: string;
  /** What the link said last. */
  readonly written: string;
  /** What it will still say, in this order. */
  readonly sent: readonly string[];
}

/**
 * The link answers later, and on a slow machine after the next keys: what it says back of this field's own leaves the
 * text as it is, and only what other hands put there replaces it.
 */
export function useLinkText(written: string): LinkText {
  const [typed, setTyped] = useState<Typed>({ text: written, written, sent: [] });
  if (typed.written !== written) setTyped(answered(typed, written));
  return {
    text: typed.text,
    type: (text) => setTyped((now) => ({ ...now, text })),
    send: (next) => setTyped((now) => (now.sent.at(-1) === next ? now : { ...now, sent: [...now.sent, next] })),
  };
}

function answered({ text, sent }: Typed, written: string): Typed {
  const at = sent.indexOf(written);
  // The link may skip what was replaced before it was drawn.
  return at === -1 ? { text: written, written, sent: [] } : { text, written, sent: sent.slice(at + 1) };
}
