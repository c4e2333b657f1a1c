import { useState } from "react";

import { Drawer } from "#src/ui/Drawer.tsx";
import type { RowsRequest } from "#src/view/rowsDrawer.tsx";

import { RowsList } from "./RowsList.tsx";

const WIDTH_PX = 1040;

export interface RowsDrawerProps {
  /** Undefined while it is closed. */
  readonly request: RowsRequest | undefined;
  readonly onClose: () => void;
}

/** The ledger rows that a number was made of. */
export function RowsDrawer({ request, onClose }: RowsDrawerProps) {
  // Kept while the drawer slides out.
  const [last, setLast] = useState(request);
  if (request !== undefined && request !== last) setLast(request);
  const shown = request ?? last;
  return (
    <Drawer
      open={request !== undefined}
      onClose={onClose}
      title={shown?.title ?? ""}
      subtitle={shown?.subtitle}
      widthPx={WIDTH_PX}
    >
      {shown && <RowsList key={JSON.stringify(shown)} request={shown} />}
    </Drawer>
  );
}
