import { useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";

export interface BrandProps {
  /** The mark alone, where there is no room for the name. */
  readonly markOnly?: boolean;
}

export function Brand({ markOnly = false }: BrandProps) {
  const words = useStrings(strings);
  return (
    <div className="flex items-center gap-2.5">
      <img
        src="/icon.svg"
        alt={markOnly ? words.name : ""}
        width={28}
        height={28}
        className="keeps-colour size-7 rounded-[7px] ring-1 ring-line"
      />
      {!markOnly && (
        <p className="flex items-baseline gap-1.5">
          <span className="text-page font-title">{words.name}</span>
          <span className="text-label text-ink-3">{words.alsoNamed}</span>
        </p>
      )}
    </div>
  );
}
