import type { Catalogue } from "#src/ui/language.tsx";

const en = {
  title: "Search or jump to",
  placeholder: "Screen, period, channel, product…",
  nothing: "Nothing matches",
  groups: {
    screens: "Go to",
    periods: "Period",
    channels: "Channels",
    products: "Products",
    loanProducts: "Products of loans",
    look: "Language and theme",
    data: "Data",
  },
  profitOf: (product: string) => (product === "" ? "Profit of loans without a product" : `Profit of ${product}`),
  importFiles: "Import files",
  loadSample: "Load sample data",
  removeSample: "Remove sample data",
  theme: (name: string) => `Theme: ${name}`,
  on: "on",
};

const zh: typeof en = {
  title: "搜索或跳转",
  placeholder: "页面、时间段、渠道、产品…",
  nothing: "没有匹配项",
  groups: {
    screens: "前往",
    periods: "时间段",
    channels: "渠道",
    products: "产品",
    loanProducts: "借款产品",
    look: "语言与主题",
    data: "数据",
  },
  profitOf: (product) => (product === "" ? "无产品借款的盈利" : `${product} 的盈利`),
  importFiles: "导入文件",
  loadSample: "加载示例数据",
  removeSample: "移除示例数据",
  theme: (name) => `主题：${name}`,
  on: "已启用",
};

export const strings = { en, zh } satisfies Catalogue<typeof en>;
