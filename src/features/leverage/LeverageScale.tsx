import { LEVERAGE_BANDS, PEER_CAPS } from "#src/domain/leverageRules.ts";
import type { LeverageBand } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { BAND_SPANS, bandStart, scalePlace } from "./figures.ts";
import { strings } from "./strings.ts";

const GROUNDS: Readonly<Record<LeverageBand, string>> = {
  low: "bg-sunken",
  normal: "bg-[color-mix(in_srgb,var(--good)_22%,var(--surface))]",
  high: "bg-[color-mix(in_srgb,var(--warn)_24%,var(--surface))]",
  extreme: "bg-[color-mix(in_srgb,var(--bad)_34%,var(--surface))]",
};

const SCALE_FROM = 1;

function percent(place: number): string {
  return `${place * 100}%`;
}

export interface LeverageScaleProps {
  /** Null draws no mark. */
  readonly leverage: number | null;
}

/** The bands with what others are held to, and where leverage stands. Its figures are printed beside it. */
export function LeverageScale({ leverage }: LeverageScaleProps) {
  const words = useStrings(strings);
  const format = useFormat();
  return (
    <div aria-hidden className="flex flex-col gap-1 text-micro text-ink-3">
      <div className="relative h-4">
        {BAND_SPANS.map(({ band, from, to }) => (
          <span
            key={band}
            className="absolute truncate pl-1"
            style={{
              left: percent(scalePlace(from)),
              width: percent((to === null ? 1 : scalePlace(to)) - scalePlace(from)),
            }}
          >
            {words.bands[band]}
          </span>
        ))}
      </div>
      <div className="keeps-colour relative h-3">
        <span className="absolute inset-0 overflow-hidden rounded-full">
          {BAND_SPANS.map(({ band, from, to }) => (
            <span
              key={band}
              className={classes("absolute inset-y-0", GROUNDS[band])}
              style={{ left: percent(scalePlace(from)), right: percent(1 - (to === null ? 1 : scalePlace(to))) }}
            />
          ))}
        </span>
        {[PEER_CAPS.guarantor, PEER_CAPS.bank].map((cap) => (
          <span
            key={cap}
            className="absolute -top-1 -bottom-1 w-px bg-ink-3"
            style={{ left: percent(scalePlace(cap)) }}
          />
        ))}
        {leverage !== null && (
          <span
            className="absolute -inset-y-1.5 w-1 -translate-x-1/2 rounded-full bg-ink"
            style={{ left: percent(scalePlace(leverage)) }}
          />
        )}
      </div>
      <div className="relative h-4">
        {[SCALE_FROM, LEVERAGE_BANDS.normal, LEVERAGE_BANDS.extreme].map((at) => (
          <span
            key={at}
            className={classes("absolute", at > SCALE_FROM && "-translate-x-1/2")}
            style={{ left: percent(scalePlace(at)) }}
          >
            {bandStart(at, format)}
          </span>
        ))}
      </div>
      <div className="relative h-4">
        <span className="absolute whitespace-nowrap" style={{ right: percent(1 - scalePlace(PEER_CAPS.guarantor)) }}>
          {words.capGuarantor(bandStart(PEER_CAPS.guarantor, format))}
        </span>
        <span className="absolute pl-1 whitespace-nowrap" style={{ left: percent(scalePlace(PEER_CAPS.bank)) }}>
          {words.capBank(bandStart(PEER_CAPS.bank, format))}
        </span>
      </div>
    </div>
  );
}
