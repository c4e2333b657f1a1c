import type { ReactNode } from "react";

export interface ActionRowProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint: ReactNode;
  /** Its buttons. */
  readonly children?: ReactNode;
}

/** Something that can be done, what it does on the left, its buttons on the right. */
export function ActionRow({ icon, title, hint, children }: ActionRowProps) {
  return (
    <div
      role="group"
      aria-label={title}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4"
    >
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5">
        {icon !== undefined && <span className="mt-0.5 shrink-0">{icon}</span>}
        <div className="min-w-0">
          <h3 className="font-strong">{title}</h3>
          <div className="mt-0.5 max-w-prose text-ink-2">{hint}</div>
        </div>
      </div>
      {children !== undefined && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
