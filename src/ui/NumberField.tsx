import { Field } from "@base-ui/react/field";
import { NumberField as Base } from "@base-ui/react/number-field";

import { useFormat } from "./language.tsx";
import { FIELD_BOX, FIELD_LABEL } from "./TextField.tsx";

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** Called when the field is left or Enter is pressed. */
  readonly onChange: (value: number | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Printed after the number: %, days. */
  readonly suffix?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly digits?: number | undefined;
  readonly placeholder?: string | undefined;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, hint, error, suffix, min, max, step, digits = 2, placeholder } = props;
  const { locale } = useFormat();
  return (
    <Field.Root invalid={error !== undefined} className="flex flex-col items-start gap-1">
      <Field.Label className={FIELD_LABEL}>{label}</Field.Label>
      <Base.Root
        value={value}
        onValueCommitted={onChange}
        min={min}
        max={max}
        step={step}
        locale={locale}
        format={{ maximumFractionDigits: digits }}
      >
        <Base.Group className={FIELD_BOX}>
          <Base.Input
            placeholder={placeholder}
            className="h-full w-24 min-w-0 bg-transparent text-right outline-none"
          />
          {suffix !== undefined && <span className="text-ink-3">{suffix}</span>}
        </Base.Group>
      </Base.Root>
      {hint !== undefined && <Field.Description className="text-label text-ink-3">{hint}</Field.Description>}
      <Field.Error match={error !== undefined} className="text-label text-bad">
        {error}
      </Field.Error>
    </Field.Root>
  );
}
