import { Field } from "@base-ui/react/field";
import type { ReactNode } from "react";

import { classes } from "./classes.ts";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly type?: "text" | "search" | "password" | "date" | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, placeholder, hideLabel = false, type = "text", icon, disabled } = props;
  return (
    <Field.Root invalid={error !== undefined} disabled={disabled} className="flex flex-col items-start gap-1">
      <Field.Label className={hideLabel ? "sr-only" : FIELD_LABEL}>{label}</Field.Label>
      <div className={classes(FIELD_BOX, "w-full")}>
        {icon !== undefined && <span className="text-ink-3">{icon}</span>}
        <Field.Control
          type={type}
          value={value}
          placeholder={placeholder}
          // A browser that keeps it would offer it to whoever sits here next.
          autoComplete={type === "password" ? "new-password" : undefined}
          onValueChange={(next) => onChange(next)}
          className="h-full w-full min-w-0 bg-transparent outline-none"
        />
      </div>
      {hint !== undefined && <Field.Description className="text-label text-ink-3">{hint}</Field.Description>}
      <Field.Error match={error !== undefined} className="text-label text-bad">
        {error}
      </Field.Error>
    </Field.Root>
  );
}

export const FIELD_LABEL = "text-label font-medium text-ink-2";

export const FIELD_BOX =
  "flex h-[30px] items-center gap-2 rounded-control border border-line bg-surface px-2.5 text-body text-ink transition-colors focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-focus hover:border-line-strong has-data-invalid:border-bad coarse:h-9";
