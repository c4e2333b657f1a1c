import { RequestDrawer, type RequestDrawerProps } from "#src/ui/RequestDrawer.tsx";
import type { LotsRequest } from "#src/view/lotsDrawer.tsx";

import { LotsList } from "./LotsList.tsx";

const WIDTH_PX = 960;

export type LotsDrawerProps = Pick<RequestDrawerProps<LotsRequest>, "request" | "onClose">;

/** The open lots of lenders that a figure was made of. */
export function LotsDrawer(props: LotsDrawerProps) {
  return (
    <RequestDrawer {...props} widthPx={WIDTH_PX}>
      {(request) => <LotsList request={request} />}
    </RequestDrawer>
  );
}
