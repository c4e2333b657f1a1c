import type { TransactionColumn } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useStrings } from "#src/ui/language.tsx";

import { firstRunStrings } from "./firstRunStrings.ts";

interface Need {
  readonly column: Extract<
    TransactionColumn,
    "user_id" | "occurred_at" | "type" | "amount" | "txn_id" | "product" | "term_days" | "channel"
  >;
  readonly required: boolean;
  /** A few of its synonyms, English and Chinese. */
  readonly alsoNamed: readonly string[];
}

const NEEDS: readonly Need[] = [
  { column: "user_id", required: true, alsoNamed: ["lender_id", "uid", "用户ID", "出借人"] },
  { column: "occurred_at", required: true, alsoNamed: ["date", "trade_time", "交易时间", "日期"] },
  { column: "type", required: true, alsoNamed: ["txn_type", "交易类型", "业务类型"] },
  { column: "amount", required: true, alsoNamed: ["money", "金额", "交易金额（元）"] },
  { column: "txn_id", required: false, alsoNamed: ["order_id", "流水号", "订单号"] },
  { column: "product", required: false, alsoNamed: ["product_name", "产品名称"] },
  { column: "term_days", required: false, alsoNamed: ["term", "期限", "锁定期"] },
  { column: "channel", required: false, alsoNamed: ["source", "渠道", "注册渠道"] },
];

export function FileNeeds() {
  const words = useStrings(firstRunStrings);
  return (
    <Card title={words.needs} subtitle={words.needsDetail} padded={false}>
      <div className="overflow-x-auto">
        <table className="w-full border-t border-line text-left">
          <thead className="text-label text-ink-3">
            <tr>
              <th scope="col" className="py-2 pr-4 pl-4 font-medium">
                {words.columns.column}
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                {words.columns.holds}
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                {words.columns.alsoNamed}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {NEEDS.map(({ column, required, alsoNamed }) => (
              <tr key={column}>
                <th scope="row" className="py-1.5 pr-4 pl-4 font-label whitespace-nowrap">
                  <code className="mr-2 font-mono text-label">{column}</code>
                  <Badge>{required ? words.required : words.optional}</Badge>
                </th>
                <td className="py-1.5 pr-4 text-ink-2">{words.holds[column]}</td>
                <td className="py-1.5 pr-4 text-ink-3">{alsoNamed.join(" · ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
