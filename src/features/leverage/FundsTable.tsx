import { Link } from "@tanstack/react-router";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";

import type { FundLine } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { IconButton } from "#src/ui/IconButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Menu } from "#src/ui/Menu.tsx";
import { Money } from "#src/ui/Money.tsx";
import { ScrollTable } from "#src/ui/ScrollTable.tsx";
import { importHash } from "#src/view/importLink.ts";

import { fundStrings } from "./fundStrings.ts";
import { countsText, fundDetail, fundName, whyText, type FundsShown } from "./fundText.ts";

/** What can be done with a fund; left out where it is only looked at. */
interface FundActions {
  readonly onEdit: (fund: FundLine) => void;
  readonly onRemove: (fund: FundLine) => void;
}

export interface FundsTableProps extends FundsShown {
  readonly actions?: FundActions | undefined;
}

/** Every fund in force, by which rule it counts, what for, and the file that it is from. */
export function FundsTable({ funds, figures, rules, fileOf, actions }: FundsTableProps) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  const spoken = { words, format };
  const name = words.tableName(format.day(figures.day));
  return (
    <ScrollTable name={name}>
      <table className="w-full text-left">
        <caption className="sr-only">{name}</caption>
        <thead className="text-label whitespace-nowrap text-ink-2">
          <tr className="border-y border-line">
            <Head isFirst>{words.kind}</Head>
            <Head>{words.asOf}</Head>
            <Head isFigure>{words.amount}</Head>
            <Head>{words.rule}</Head>
            <Head isFigure>{words.counts}</Head>
            <Head>{words.source}</Head>
            {actions && (
              <th scope="col" className="pr-3">
                <span className="sr-only">{words.edit}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {keyed(funds).map(({ key, fund }) => (
            <tr key={key} className="border-b border-line align-top last:border-0 hover:bg-hover">
              <th scope="row" className="max-w-72 min-w-40 py-1.5 pr-3 pl-4 font-medium">
                {fundName(fund, words)}
                <span className="block text-label font-regular break-words text-ink-3">{fundDetail(fund, words)}</span>
              </th>
              <td className="px-2 py-1.5 whitespace-nowrap text-ink-2">{format.day(fund.asOf)}</td>
              <td className="px-2 py-1.5 text-right whitespace-nowrap">
                <Money fen={fund.amount} />
              </td>
              <td className="min-w-52 px-2 py-1.5 text-ink-2">{whyText(fund, { rules, funds }, spoken)}</td>
              <td
                className={classes(
                  "px-2 py-1.5 text-right font-strong whitespace-nowrap",
                  fund.counts === 0 && "text-ink-3",
                )}
                title={format.moneyExact(fund.counts ?? figures.guarantee)}
              >
                {countsText(fund, figures, spoken)}
              </td>
              <td className="max-w-52 px-2 py-1.5">
                <Source importId={fund.importId} file={fileOf(fund.importId)} />
              </td>
              {actions && (
                <td className="no-print py-0.5 pr-3 text-right">
                  <FundMenu fund={fund} {...actions} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}

interface HeadProps {
  readonly children: string;
  readonly isFirst?: boolean;
  readonly isFigure?: boolean;
}

function Head({ children, isFirst = false, isFigure = false }: HeadProps) {
  return (
    <th scope="col" className={classes("py-2 font-medium", isFirst ? "pr-3 pl-4" : "px-2", isFigure && "text-right")}>
      {children}
    </th>
  );
}

function Source({ importId, file }: { readonly importId: number; readonly file: string | undefined }) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  if (file === undefined) return <span className="text-ink-3">{format.count(null)}</span>;
  return (
    <Link
      to="/data"
      hash={importHash(importId)}
      title={file}
      aria-label={words.openImport(file)}
      className="block min-h-6 truncate text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink"
    >
      {file}
    </Link>
  );
}

function FundMenu({ fund, onEdit, onRemove }: FundActions & { readonly fund: FundLine }) {
  const words = useStrings(fundStrings);
  const format = useFormat();
  const label = words.more(`${fundName(fund, words)} ${format.money(fund.amount)}`);
  return (
    <Menu
      label={label}
      trigger={<IconButton size="sm" label={label} icon={<Ellipsis size={16} aria-hidden />} />}
      items={[
        { id: "edit", label: words.edit, icon: <Pencil size={14} aria-hidden />, onSelect: () => onEdit(fund) },
        {
          id: "remove",
          label: words.remove,
          icon: <Trash2 size={14} aria-hidden />,
          danger: true,
          onSelect: () => onRemove(fund),
        },
      ]}
    />
  );
}

/** Two sureties may agree in everything: they are told apart by their place among those of one import. */
function keyed(funds: readonly FundLine[]) {
  const seen = new Map<number, number>();
  return funds.map((fund) => {
    const place = (seen.get(fund.importId) ?? 0) + 1;
    seen.set(fund.importId, place);
    return { key: `${fund.importId} ${place}`, fund };
  });
}
