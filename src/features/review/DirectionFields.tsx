import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { FileSketch, Reading, SignShape } from "#src/domain/reading.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";

import { PlaceSelect } from "./PlaceSelect.tsx";
import { withPart } from "./readings.ts";
import { moneyPlaces } from "./signGuess.ts";
import { strings } from "./strings.ts";

export interface DirectionFieldsProps {
  readonly sketch: FileSketch;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}

const SHAPES = ["by_type", "signed", "credit_debit"] as const;

/** Where a row's direction is written: in its type, in its amount's sign, or in which of two columns is filled. */
export function DirectionFields({ sketch, reading, onChange }: DirectionFieldsProps) {
  const words = useStrings(strings);
  const shape = reading.sign?.shape ?? "by_type";
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-48 flex-1 font-medium">
          {words.shape}
          <span className="block text-label font-regular text-ink-3">{words.shapeHints[shape]}</span>
        </p>
        <Segmented
          label={words.shape}
          value={shape}
          options={SHAPES.map((value) => ({ value, label: words.shapes[value] }))}
          onChange={(next) => onChange(withPart(reading, { sign: signOf(next, sketch, reading) }))}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <ShapeFields sketch={sketch} reading={reading} onChange={onChange} />
        {shape !== "credit_debit" && (
          <PlaceSelect
            label={words.description}
            noneLabel={words.none}
            sketch={sketch}
            place={reading.description}
            onChange={(description) => onChange(withPart(reading, { description }))}
          />
        )}
      </div>
    </div>
  );
}

/** The shape with what most platforms mean by it, to be corrected. */
function signOf(shape: SignShape["shape"], sketch: FileSketch, reading: Reading): SignShape | undefined {
  switch (shape) {
    case "by_type":
      return undefined;
    case "signed":
      return { shape, positive: "lend", negative: "exit" };
    case "credit_debit":
      return { shape, ...moneyPlaces(sketch, reading), positive: "lend", negative: "exit" };
  }
}

function ShapeFields({ sketch, reading, onChange }: DirectionFieldsProps) {
  const words = useStrings(strings);
  const { sign } = reading;
  if (sign === undefined || sign.shape === "by_type") return null;
  const put = (change: Partial<Extract<SignShape, { readonly shape: "credit_debit" }>>): void =>
    // The fields of the other shape are never offered, so what is put in belongs to this one.
    onChange(withPart(reading, { sign: { ...sign, ...change } as SignShape }));
  const isSigned = sign.shape === "signed";
  return (
    <>
      {sign.shape === "credit_debit" && (
        <PlaceSelect
          label={words.credit}
          sketch={sketch}
          place={sign.credit}
          onChange={(credit) => credit !== undefined && put({ credit })}
        />
      )}
      <EventSelect
        label={isSigned ? words.positive : words.creditIs}
        value={sign.positive}
        onChange={(positive) => put({ positive })}
      />
      {sign.shape === "credit_debit" && (
        <PlaceSelect
          label={words.debit}
          sketch={sketch}
          place={sign.debit}
          onChange={(debit) => debit !== undefined && put({ debit })}
        />
      )}
      <EventSelect
        label={isSigned ? words.negative : words.debitIs}
        value={sign.negative}
        onChange={(negative) => put({ negative })}
      />
    </>
  );
}

interface EventSelectProps {
  readonly label: string;
  readonly value: EventType;
  readonly onChange: (type: EventType) => void;
}

function EventSelect({ label, value, onChange }: EventSelectProps) {
  const words = useStrings(strings);
  return (
    <Select
      showLabel
      label={label}
      value={value}
      options={EVENT_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
      onChange={onChange}
    />
  );
}
