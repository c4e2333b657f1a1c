import { RequestDrawer, type RequestDrawerProps } from "#src/ui/RequestDrawer.tsx";
import type { RowsRequest } from "#src/view/rowsDrawer.tsx";

import { RowsList } from "./RowsList.tsx";

const WIDTH_PX = 1040;

export type RowsDrawerProps = Pick<RequestDrawerProps<RowsRequest>, "request" | "onClose">;

/** The ledger rows that a number was made of. */
export function RowsDrawer(props: RowsDrawerProps) {
  return (
    <RequestDrawer {...props} widthPx={WIDTH_PX}>
      {(request) => <RowsList request={request} />}
    </RequestDrawer>
  );
}
