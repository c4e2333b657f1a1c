import type { ReactNode } from "react";

import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import { scrollCue } from "./scrollCue.ts";

const en = { label: (name: string) => `${name}: table` };
const zh: typeof en = { label: (name) => `${name}：表格` };
const strings: Catalogue<typeof en> = { en, zh };

export interface ScrollTableProps {
  /** What the table shows. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Around a table that may be wider than its card: it scrolls sideways there, by keyboard too. */
export function ScrollTable({ name, children }: ScrollTableProps) {
  const words = useStrings(strings);
  return (
    <div
      ref={scrollCue}
      role="region"
      aria-label={words.label(name)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      className="scroll-cue relative overflow-x-auto pb-2"
    >
      {children}
    </div>
  );
}
