interface StepNamed {
  readonly measure: string;
  readonly age: string;
  readonly value: string;
  readonly cohort: string;
  readonly cohorts: string;
}

/** Modes, clocks and means of retention, the choice of cohorts, and the trend over cohorts. */
export const modeWordsEn = {
  parts: "Parts of the screen",
  partNames: { observed: "Observed", projection: "Projection", renewal: "Renewal" },

  mode: "Counts as retained",
  modes: { on: "At the age", on_or_after: "At the age or later", brackets: "In a bracket of ages" },
  modeNotes: {
    on: "Counted at the age itself.",
    on_or_after:
      "Counted at the age or at any later one that is over; a cohort's last cell is the same as at the age itself.",
    brackets: "Counted in any age of a bracket; a bracket is blank until all its ages are over.",
  },
  brackets: "First ages of the brackets",
  bracketsError: "Whole ages that ascend: 0, 1, 3, 6",
  apply: "Apply",
  clock: "Months",
  clocks: { calendar: "Calendar", rolling: "Rolling" },
  clockNotes: {
    calendar: "Ages are calendar months: M0 is the month of the first lend.",
    rolling: "Ages are months since the day of the first lend; an age counts once it is over for the whole cohort.",
  },
  mean: "Mean",
  means: { weighted: "Weighted", simple: "Simple" },
  meanNotes: {
    weighted: "Every lender counts alike.",
    simple: "In the mean every cohort counts alike; it has no interval.",
  },
  sentenceGap: " ",

  choose: "Choose cohorts",
  clearChoices: "Show all again",
  inMean: "In the mean",
  asLine: "Line",
  inMeanOf: (cohort: string) => `${cohort} in the mean`,
  asLineOf: (cohort: string) => `${cohort} as a line`,
  comparedSubtitle: "The cohorts chosen below, beside the mean",

  step: "One age over cohorts",
  stepTitle: (measure: string, age: string) => `${measure} at ${age}, by cohort`,
  stepSubtitle: "Do newer cohorts stay as the older ones did? The band is the 95 % interval",
  stepAge: "Age",
  stepName: ({ measure, age, value, cohort, cohorts }: StepNamed) =>
    `${measure} at ${age} over ${cohorts} cohorts; ${value} for ${cohort}, the newest`,
  meanLine: (mean: string, value: string) => `${mean} ${value}`,
  smallNote: "Fewer than 20 lenders",
};

export const modeWordsZh: typeof modeWordsEn = {
  parts: "页面内容",
  partNames: { observed: "已观察", projection: "预测", renewal: "复投拟合" },

  mode: "留存口径",
  modes: { on: "当期留存", on_or_after: "当期或之后留存", brackets: "区间留存" },
  modeNotes: {
    on: "在该期龄当期计入。",
    on_or_after: "在该期龄或之后任一已结束期龄有行为即计入；同期群的最后一格与当期口径相同。",
    brackets: "在区间内任一期龄有行为即计入；区间全部结束之前为空白。",
  },
  brackets: "各区间的起始期龄",
  bracketsError: "请填写递增的整数期龄：0, 1, 3, 6",
  apply: "应用",
  clock: "月份口径",
  clocks: { calendar: "自然月", rolling: "滚动月" },
  clockNotes: {
    calendar: "期龄按自然月计：M0 为首投当月。",
    rolling: "期龄自首投当日起按月计；该期龄对整个同期群都结束后才计入。",
  },
  mean: "平均方式",
  means: { weighted: "加权", simple: "简单平均" },
  meanNotes: {
    weighted: "每位出借人权重相同。",
    simple: "平均时每个同期群权重相同，没有区间。",
  },
  sentenceGap: "",

  choose: "选择同期群",
  clearChoices: "恢复全部",
  inMean: "计入平均",
  asLine: "画线",
  inMeanOf: (cohort) => `${cohort}计入平均`,
  asLineOf: (cohort) => `${cohort}画线对比`,
  comparedSubtitle: "下方选中的同期群，与平均线对比",

  step: "同一期龄的变化",
  stepTitle: (measure, age) => `各同期群 ${age} ${measure}`,
  stepSubtitle: "新的同期群是否和以前一样留得住？色带为 95% 区间",
  stepAge: "期龄",
  stepName: ({ measure, age, value, cohort, cohorts }) =>
    `${cohorts} 个同期群 ${age} 的${measure}；最新的${cohort}为 ${value}`,
  meanLine: (mean, value) => `${mean} ${value}`,
  smallNote: "不足 20 人",
};
