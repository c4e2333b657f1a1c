import { expect, test } from "vitest";

import { maskLender } from "#src/ui/maskLender.ts";

test.each([
  ["13812341234", "13••••34"],
  ["u-000123", "u-••••23"],
  ["12345", "1••••"],
  ["张三001", "张••••"],
  ["1234", "••••"],
  ["a", "••••"],
  ["用户甲乙丙丁", "用••••"],
])("%s is shown as %s", (id, shown) => {
  expect(maskLender(id)).toBe(shown);
});
