import { lazy, useState, type ReactNode } from "react";

import { LateLayer } from "#src/ui/LateLayer.tsx";
import { RowsDrawerContext, type RowsRequest } from "#src/view/rowsDrawer.tsx";

const RowsDrawer = lazy(async () => ({ default: (await import("#src/features/rows/RowsDrawer.tsx")).RowsDrawer }));

export interface RowsDrawerHostProps {
  readonly children: ReactNode;
}

/** Puts the list of rows beside whatever screen asks for it. */
export function RowsDrawerHost({ children }: RowsDrawerHostProps) {
  const [request, setRequest] = useState<RowsRequest>();
  const [everAsked, setEverAsked] = useState(false);
  const show = (next: RowsRequest): void => {
    setRequest(next);
    setEverAsked(true);
  };
  const close = (): void => setRequest(undefined);
  return (
    <RowsDrawerContext value={show}>
      {children}
      {everAsked && (
        <LateLayer onGiveUp={close}>
          <RowsDrawer request={request} onClose={close} />
        </LateLayer>
      )}
    </RowsDrawerContext>
  );
}
