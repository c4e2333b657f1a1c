import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

import { Badge } from "./Badge.tsx";

interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly badge?: string | undefined;
}

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
  /** What the chosen tab shows. */
  readonly children: ReactNode;
}

export function Tabs<Value extends string>({ label, value, onChange, tabs, children }: TabsProps<Value>) {
  return (
    <Base.Root value={value} onValueChange={onChange} className="flex min-w-0 flex-col">
      <div className="overflow-x-auto border-b border-line">
        <Base.List aria-label={label} className="flex min-w-max gap-4" activateOnFocus>
          {tabs.map((tab) => (
            <Base.Tab
              key={tab.value}
              value={tab.value}
              className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent text-body font-medium text-ink-2 transition-colors select-none hover:text-ink data-active:border-ink data-active:text-ink"
            >
              {tab.label}
              {tab.badge !== undefined && <Badge>{tab.badge}</Badge>}
            </Base.Tab>
          ))}
        </Base.List>
      </div>
      <Base.Panel value={value} className="min-w-0 pt-4 outline-none">
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
