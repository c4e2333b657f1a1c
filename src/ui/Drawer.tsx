import { Drawer as Base } from "@base-ui/react/drawer";
import { X } from "lucide-react";
import type { ReactNode } from "react";

import { classes } from "./classes.ts";
import { BACKDROP } from "./Dialog.tsx";
import { IconButton } from "./IconButton.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";
import { NARROW, useMediaQuery } from "./useMediaQuery.ts";

const en = { close: "Close" };
const zh: typeof en = { close: "关闭" };
const strings: Catalogue<typeof en> = { en, zh };

export interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** Beside the close button. */
  readonly actions?: ReactNode;
  readonly widthPx?: number | undefined;
}

const FROM_RIGHT =
  "ml-auto h-full rounded-l-card [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(100%)] data-starting-style:[transform:translateX(100%)]";
const FROM_BELOW =
  "mt-auto h-[88dvh] rounded-t-card [transform:translateY(var(--drawer-swipe-movement-y))] data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)]";

/** From the right; on a phone a sheet from below. */
export function Drawer({ open, onClose, title, subtitle, children, actions, widthPx = 560 }: DrawerProps) {
  const words = useStrings(strings);
  const narrow = useMediaQuery(NARROW);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} swipeDirection={narrow ? "down" : "right"}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-50 flex">
          <Base.Popup
            className={classes(
              "flex w-full flex-col overflow-hidden bg-raised text-ink shadow-float outline-none transition-transform duration-200 ease-out data-swiping:duration-0 data-swiping:select-none",
              narrow ? FROM_BELOW : FROM_RIGHT,
            )}
            style={narrow ? undefined : { maxWidth: `min(${widthPx}px, calc(100vw - 48px))` }}
          >
            {narrow && <div className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-strong" />}
            <header className="flex items-start gap-2 border-b border-line px-5 py-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-page font-title">{title}</Base.Title>
                {subtitle !== undefined && <div className="text-label text-ink-2">{subtitle}</div>}
              </div>
              {actions}
              <IconButton label={words.close} icon={<X size={16} aria-hidden />} onClick={onClose} />
            </header>
            <Base.Content className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5">{children}</Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
