import { useState, type ReactNode } from "react";

import { LoansDrawer } from "#src/features/loans/LoansDrawer.tsx";
import { LoansDrawerContext, type LoansRequest } from "#src/view/loansDrawer.tsx";

export interface LoansDrawerHostProps {
  readonly children: ReactNode;
}

/** Puts the list of loans beside a screen about credit. */
export function LoansDrawerHost({ children }: LoansDrawerHostProps) {
  const [request, setRequest] = useState<LoansRequest>();
  return (
    <LoansDrawerContext value={setRequest}>
      {children}
      <LoansDrawer request={request} onClose={() => setRequest(undefined)} />
    </LoansDrawerContext>
  );
}
