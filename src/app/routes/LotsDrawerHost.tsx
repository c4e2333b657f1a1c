import { useState, type ReactNode } from "react";

import { LotsDrawer } from "#src/features/openLots/LotsDrawer.tsx";
import { LotsDrawerContext, type LotsRequest } from "#src/view/lotsDrawer.tsx";

export interface LotsDrawerHostProps {
  readonly children: ReactNode;
}

/** Puts the list of open lots beside a screen about what lenders are owed. */
export function LotsDrawerHost({ children }: LotsDrawerHostProps) {
  const [request, setRequest] = useState<LotsRequest>();
  return (
    <LotsDrawerContext value={setRequest}>
      {children}
      <LotsDrawer request={request} onClose={() => setRequest(undefined)} />
    </LotsDrawerContext>
  );
}
