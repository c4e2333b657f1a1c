import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import type { Catalogue } from "./language.tsx";
import { useStrings } from "./language.tsx";

const en = { close: "Close" };
const zh: typeof en = { close: "关闭" };
const strings: Catalogue<typeof en> = { en, zh };

/** Of a sheet's own foot and the gap below it, where its buttons wrap. */
const SHEET_FOOT = "124px";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children?: ReactNode;
  /** Buttons at the lower right. */
  readonly actions?: ReactNode;
  readonly widthPx?: number | undefined;
  /** As high as the window allows; its children reach its edges, scroll by themselves and are the whole of it. */
  readonly isSheet?: boolean | undefined;
  /** Opens with the focus in the first field to type into, and not on the button that closes. */
  readonly isForm?: boolean | undefined;
}

const FIELD = 'input:not([type="hidden"], [aria-hidden="true"], :disabled), textarea:not(:disabled)';

export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, children, actions, widthPx = 480, isSheet = false } = props;
  const words = useStrings(strings);
  const body = useRef<HTMLDivElement>(null);
  const firstField = () => body.current?.querySelector<HTMLElement>(FIELD) ?? true;
  useToastsAbove(open && isSheet);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} disablePointerDismissal={isSheet}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-center justify-center overflow-auto p-4">
          <Base.Popup
            initialFocus={props.isForm === true ? firstField : true}
            className={classes(
              "popup flex max-h-[calc(100dvh-32px)] w-full flex-col rounded-card",
              isSheet && "h-[880px] overflow-hidden",
            )}
            style={{ maxWidth: widthPx }}
          >
            <header className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-page font-title">{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
                )}
              </div>
              <IconButton label={words.close} icon={<X size={16} aria-hidden />} onClick={onClose} />
            </header>
            <div
              ref={body}
              className={
                isSheet
                  ? "flex min-h-0 flex-1 flex-col border-t border-line"
                  : "min-h-0 flex-1 overflow-y-auto px-5 pb-5 empty:pb-1"
              }
            >
              {children}
            </div>
            {actions !== undefined && (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** What dims the page behind a dialog or drawer. All layers are at one height: what opens later is above. */
export const BACKDROP =
  "fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** Lifts toasts off the buttons at the foot of a sheet. */
function useToastsAbove(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const { style } = document.documentElement;
    style.setProperty("--toast-bottom", SHEET_FOOT);
    return () => void style.removeProperty("--toast-bottom");
  }, [on]);
}
