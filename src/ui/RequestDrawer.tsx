import { Fragment, useState, type ReactNode } from "react";

import { Drawer } from "./Drawer.tsx";

export interface RequestDrawerProps<Request> {
  /** Undefined while the drawer is closed. */
  readonly request: Request | undefined;
  readonly onClose: () => void;
  readonly widthPx: number;
  readonly children: (request: Request) => ReactNode;
}

/** A drawer about whatever was asked for last; another request begins anew inside. */
export function RequestDrawer<Request extends { readonly title: string; readonly subtitle?: string }>(
  props: RequestDrawerProps<Request>,
) {
  const { request, onClose, widthPx, children } = props;
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
      widthPx={widthPx}
    >
      {shown && <Fragment key={JSON.stringify(shown)}>{children(shown)}</Fragment>}
    </Drawer>
  );
}
