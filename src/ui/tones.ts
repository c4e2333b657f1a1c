/** What a colour means. A series has one tone on every panel. */
export type SeriesTone =
  | "outstanding"
  | "outstandingFill"
  | "volume"
  | "new"
  | "returning"
  | "exits"
  | "exitsEarly"
  | "comparison"
  | "neutral"
  | "other"
  | RampTone;

/** An ordered ramp of one hue, strongest first, for series that have no colour of their own. */
type RampTone = "ramp1" | "ramp2" | "ramp3" | "ramp4" | "ramp5" | "ramp6";

const VARIABLES: Readonly<Record<SeriesTone, string>> = {
  outstanding: "--outstanding",
  outstandingFill: "--outstanding-fill",
  volume: "--volume",
  new: "--new",
  returning: "--returning",
  exits: "--exits",
  exitsEarly: "--exits-early",
  comparison: "--comparison",
  neutral: "--line-strong",
  other: "--ink-3",
  ramp1: "--ramp-1",
  ramp2: "--ramp-2",
  ramp3: "--ramp-3",
  ramp4: "--ramp-4",
  ramp5: "--ramp-5",
  ramp6: "--ramp-6",
};

/** The CSS variable that holds a tone's colour. */
export function toneVariable(tone: SeriesTone): string {
  return VARIABLES[tone];
}

/** The tone as a CSS colour, for `style`. */
export function toneColour(tone: SeriesTone): string {
  return `var(${VARIABLES[tone]})`;
}
