import { createContext, use, useMemo, useState } from "react";
import type { ReactNode } from "react";

import { maskLender } from "./maskLender.ts";

export interface Reveal {
  /** Whether lenders' ids are shown in full; never kept beyond the session. */
  readonly revealed: boolean;
  readonly setRevealed: (revealed: boolean) => void;
}

const RevealContext = createContext<Reveal>({ revealed: false, setRevealed: () => {} });

export interface RevealProviderProps {
  readonly children: ReactNode;
}

export function RevealProvider({ children }: RevealProviderProps) {
  const [revealed, setRevealed] = useState(false);
  const reveal = useMemo(() => ({ revealed, setRevealed }), [revealed]);
  return <RevealContext value={reveal}>{children}</RevealContext>;
}

export function useReveal(): Reveal {
  return use(RevealContext);
}

/** A lender's id as this session may show it; for screens, copies and files alike. */
export function useLenderText(): (id: string) => string {
  const { revealed } = use(RevealContext);
  return revealed ? (id) => id : maskLender;
}
