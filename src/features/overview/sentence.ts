import type { Comparison } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Catalogue } from "#src/ui/language.tsx";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import type { Movement } from "./movement.ts";
import type { TermId } from "./terms.ts";

/** Figures as they are printed, without a sign. */
interface Printed {
  readonly change: string;
  readonly ratio: string | null;
  readonly closing: string;
  readonly volume: string;
  readonly exits: string;
}

const en = {
  flow: {
    new: "new volume",
    returning: "returning volume",
    netTransfers: "net transfers",
    openings: "carried-in balances",
    scheduled: "scheduled exits",
    early: "early exits",
    compensated: "compensated exits",
    transferred: "transfers out",
    writeOffs: "write-offs",
  } satisfies Record<TermId, string>,
  period: { previous: "the previous period", last_year: "the same period last year" },
  rose: ({ change, ratio, closing }: Printed) => `Outstanding rose ${change}${ofOpening(ratio)} to ${closing}.`,
  fell: ({ change, ratio, closing }: Printed) => `Outstanding fell ${change}${ofOpening(ratio)} to ${closing}.`,
  flat: ({ closing }: Printed) => `Outstanding ended where it began, at ${closing}.`,
  quiet: "Nothing was lent and nothing left in this period.",
  volumeWon: ({ volume, exits }: Printed) => `Volume of ${volume} outran exits of ${exits}.`,
  exitsWon: ({ volume, exits }: Printed) => `Exits of ${exits} outran volume of ${volume}.`,
  even: ({ volume }: Printed) => `Volume and exits came to the same ${volume}.`,
  added: (flow: string, amount: string) => `${flow} added ${amount}`,
  took: (flow: string, amount: string) => `${flow} took ${amount}`,
  others: (clauses: readonly string[]) => `${capital(clauses.join("; "))}.`,
  moverUp: (flow: string, figure: string, period: string) => `Against ${period}, ${flow} changed most: up ${figure}.`,
  moverDown: (flow: string, figure: string, period: string) =>
    `Against ${period}, ${flow} changed most: down ${figure}.`,
  figure: (amount: string, ratio: string | null) => `${amount}${inBrackets(ratio)}`,
  share: (share: string) => `Returning lenders brought ${share} of volume.`,
  joined: (sentences: readonly string[]) => sentences.join(" "),
};

const zh: typeof en = {
  flow: {
    new: "新用户成交额",
    returning: "老用户成交额",
    netTransfers: "债转净额",
    openings: "结转余额",
    scheduled: "到期退出",
    early: "提前退出",
    compensated: "代偿退出",
    transferred: "债转转出",
    writeOffs: "核销",
  },
  period: { previous: "上一周期", last_year: "去年同期" },
  rose: ({ change, ratio, closing }) => `待收增加 ${change}${ofOpeningZh(ratio)}，期末为 ${closing}。`,
  fell: ({ change, ratio, closing }) => `待收减少 ${change}${ofOpeningZh(ratio)}，期末为 ${closing}。`,
  flat: ({ closing }) => `待收与期初持平，为 ${closing}。`,
  quiet: "本期没有成交，也没有退出。",
  volumeWon: ({ volume, exits }) => `成交额 ${volume} 大于退出 ${exits}。`,
  exitsWon: ({ volume, exits }) => `退出 ${exits} 大于成交额 ${volume}。`,
  even: ({ volume }) => `成交额与退出相等，均为 ${volume}。`,
  added: (flow, amount) => `${flow}使待收增加 ${amount}`,
  took: (flow, amount) => `${flow}使待收减少 ${amount}`,
  others: (clauses) => `${clauses.join("，")}。`,
  moverUp: (flow, figure, period) => `与${period}相比，变化最大的是${flow}，增加 ${figure}。`,
  moverDown: (flow, figure, period) => `与${period}相比，变化最大的是${flow}，减少 ${figure}。`,
  figure: (amount, ratio) => `${amount}${inFullBrackets(ratio)}`,
  share: (share) => `老用户贡献了 ${share} 的成交额。`,
  joined: (sentences) => sentences.join(""),
};

const sentences: Catalogue<typeof en> = { en, zh };

function inBrackets(ratio: string | null): string {
  return ratio === null ? "" : ` (${ratio})`;
}

/** Said in full: the figure beside the balance is against the comparison period. */
function ofOpening(ratio: string | null): string {
  return ratio === null ? "" : ` (${ratio} of the opening balance)`;
}

function ofOpeningZh(ratio: string | null): string {
  return ratio === null ? "" : `（期初的 ${ratio}）`;
}

function inFullBrackets(ratio: string | null): string {
  return ratio === null ? "" : `（${ratio}）`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface SentenceContext {
  readonly comparison: Comparison;
  /** Of the balance and of the sums beside it. */
  readonly scale: MoneyScale;
}

/** One short paragraph: where the balance went, what drove it, what changed most. */
export function movementSentence(movement: Movement, { comparison, scale }: SentenceContext, format: Format): string {
  const words = sentences[format.language];
  const small = (fen: number) => format.money(Math.abs(fen));
  const printed: Printed = {
    change: small(movement.change),
    ratio: movement.ratio === null ? null : format.percent(Math.abs(movement.ratio)),
    closing: format.money(movement.closing, { scale }),
    volume: format.money(movement.volume, { scale }),
    exits: format.money(movement.exits, { scale }),
  };
  const first = words[movement.direction](printed);
  if (movement.quiet) return words.joined([first, words.quiet]);

  const { volume, exits, others, mover, returningShare } = movement;
  const drove = volume > exits ? words.volumeWon : volume < exits ? words.exitsWon : words.even;
  const clauses = others.map(({ id, effect }) =>
    (effect > 0 ? words.added : words.took)(words.flow[id], small(effect)),
  );
  const parts = [first, drove(printed)];
  if (clauses.length > 0) parts.push(words.others(clauses));
  if (mover && comparison !== "none") {
    const figure = words.figure(
      small(mover.difference),
      mover.ratio === null ? null : format.percent(Math.abs(mover.ratio)),
    );
    const say = mover.difference > 0 ? words.moverUp : words.moverDown;
    parts.push(say(words.flow[mover.id], figure, words.period[comparison]));
  } else if (returningShare !== null) {
    parts.push(words.share(format.percent(returningShare, 0)));
  }
  return words.joined(parts);
}
