import type { TABLES, TableName } from "#src/domain/datasets.ts";

type Synonyms<Name extends TableName> = Readonly<Record<(typeof TABLES)[Name][number]["name"], readonly string[]>>;

/** What exports call the columns of the tables beside the ledger; matched as plain words (`plainWord`). */
export const TABLE_SYNONYMS: { readonly [Name in TableName]: Synonyms<Name> } = {
  lenders: {
    user_id: [
      ...["user_id", "lender_id", "investor_id", "uid", "member_id", "user", "lender", "investor", "customer_id", "id"],
      ...["用户id", "用户编号", "会员编号", "会员号", "会员id", "出借人", "出借人id", "出借人编号", "投资人"],
      ...["投资人id", "投资人编号", "客户号", "客户编号", "注册用户id", "user_idcard_hash"],
    ],
    registered_at: [
      ...["registered_at", "registered_on", "registered", "registration_date", "registration_time", "register_time"],
      ...["register_date", "reg_time", "reg_date", "signup_date", "signup_time", "signed_up_at", "sign_up_date"],
      ...["joined_at", "注册时间", "注册日期", "注册日", "开户时间", "开户日期", "开户日"],
    ],
    channel: [
      ...["channel", "source", "utm_source", "register_channel", "acquisition_channel", "渠道", "来源", "来源渠道"],
      ...["注册渠道", "获客渠道", "推广渠道", "渠道名称", "注册来源"],
    ],
    channel_kind: [
      ...["channel_kind", "channel_type", "online_offline", "渠道类型", "渠道类别", "渠道性质", "线上线下"],
      "线上/线下",
    ],
    campaign: ["campaign", "utm_campaign", "campaign_name", "活动", "活动名称", "推广活动", "推广计划", "营销活动"],
    region: ["region", "province", "city", "area", "地区", "省份", "省", "城市", "区域", "所在地", "所在地区", "省市"],
    referrer_id: [
      ...["referrer_id", "referrer", "referred_by", "inviter_id", "inviter", "邀请人", "邀请人id", "邀请人编号"],
      ...["推荐人", "推荐人id", "推荐人编号"],
    ],
    birth_year: ["birth_year", "year_of_birth", "birthyear", "yob", "出生年份", "出生年", "生年"],
    gender: ["gender", "sex", "性别"],
    first_lend_at: [
      ...["first_lend_at", "first_lend_date", "first_investment_date", "first_invest_time", "first_lend_time"],
      ...["首次出借时间", "首次出借日期", "首次投资时间", "首次投资日期", "首投时间", "首投日期", "首笔出借时间"],
    ],
    is_internal: [
      ...["is_internal", "internal", "is_staff", "staff", "is_employee", "employee", "是否内部", "内部账户"],
      ...["是否内部账户", "内部用户", "是否内部用户", "是否员工", "员工"],
    ],
  },
  spend: {
    date: [
      ...["date", "day", "month", "spend_date", "spent_on", "cost_date", "period", "日期", "月份", "月", "时间"],
      ...["投放日期", "花费日期", "费用日期", "费用月份", "消耗日期", "统计日期", "统计月份"],
    ],
    channel: [
      ...["channel", "source", "utm_source", "media", "platform", "渠道", "来源", "来源渠道", "投放渠道", "推广渠道"],
      ...["获客渠道", "渠道名称", "媒体"],
    ],
    amount: [
      ...["amount", "spend", "cost", "expense", "money", "spent", "金额", "花费", "费用", "成本", "消耗", "投放金额"],
      ...["投放费用", "推广费用", "营销费用", "支出", "消耗金额", "花费金额", "获客成本", "获客费用"],
    ],
    campaign: [
      ...[
        "campaign",
        "utm_campaign",
        "campaign_name",
        "活动",
        "活动名称",
        "推广活动",
        "推广计划",
        "投放计划",
        "计划名称",
      ],
    ],
    kind: [
      ...["kind", "type", "category", "spend_type", "cost_type", "类型", "类别", "费用类型", "费用类别", "支出类型"],
      "科目",
    ],
  },
  loans: {
    loan_id: [
      ...["loan_id", "loan_no", "loan_number", "loan", "contract_id", "contract_no", "id", "借款编号", "借款id"],
      ...["贷款编号", "贷款id", "借据号", "借据编号", "合同号", "合同编号", "借款合同编号", "标的编号", "项目编号"],
    ],
    product: [
      ...["product", "product_name", "product_code", "product_id", "loan_product", "产品", "产品名称", "产品编号"],
      ...["产品代码", "借款产品", "贷款产品", "产品类型"],
    ],
    disbursed_on: [
      ...[
        "disbursed_on",
        "disbursed_at",
        "disbursement_date",
        "disbursal_date",
        "loan_date",
        "issue_date",
        "issued_on",
      ],
      ...[
        "start_date",
        "origination_date",
        "放款日期",
        "放款时间",
        "放款日",
        "借款日期",
        "借款时间",
        "起息日",
        "起息日期",
      ],
      ...["发放日期", "贷款日期"],
    ],
    principal: [
      ...["principal", "loan_amount", "amount", "disbursed_amount", "loan_principal", "本金", "借款本金", "贷款本金"],
      ...["借款金额", "贷款金额", "放款金额", "合同金额", "金额"],
    ],
    annual_rate: [
      ...["annual_rate", "rate", "apr", "interest_rate", "年化利率", "年利率", "利率", "借款利率", "贷款利率"],
      "借款年利率",
    ],
    periods: [
      ...["periods", "instalments", "installments", "number_of_periods", "months", "term_months", "loan_months"],
      ...["期数", "借款期数", "贷款期数", "总期数", "还款期数", "借款期限月", "贷款期限月", "期限月", "期限月数"],
    ],
    method: [
      ...["method", "repayment_method", "repayment_type", "repay_type", "repayment", "还款方式", "还本付息方式"],
      "偿还方式",
    ],
    interest_received: [
      ...["interest_received", "interest_paid", "interest_collected", "received_interest", "已收利息", "实收利息"],
      ...["已还利息", "利息收入"],
    ],
    penalty_received: [
      ...["penalty_received", "penalty", "late_fees", "penalty_interest", "已收罚息", "实收罚息", "罚息", "罚息收入"],
      ...["违约金", "已收违约金"],
    ],
    fees_received: [
      ...[
        "fees_received",
        "fees",
        "fee",
        "service_fee",
        "service_fees",
        "已收费用",
        "实收费用",
        "已收服务费",
        "服务费",
      ],
      ...["手续费", "服务费收入", "费用收入"],
    ],
    bad_principal: [
      ...["bad_principal", "bad_debt", "default_principal", "written_off", "loss", "坏账本金", "坏账金额", "不良本金"],
      ...["坏账", "核销本金", "损失本金"],
    ],
    marketing_cost: ["marketing_cost", "acquisition_cost", "营销成本", "营销费用", "获客成本", "市场费用", "推广成本"],
    funding_cost: ["funding_cost", "cost_of_funds", "资金成本", "融资成本", "资金费用"],
    repaid_principal: [
      ...["repaid_principal", "principal_repaid", "principal_received", "principal_paid", "已还本金", "已收本金"],
      "实收本金",
    ],
    status: ["status", "state", "loan_status", "状态", "借款状态", "贷款状态", "还款状态", "合同状态"],
    borrower_id: [
      ...["borrower_id", "borrower", "user_id", "customer_id", "借款人", "借款人id", "借款人编号", "借款用户id"],
      ...["客户号", "客户编号", "用户id", "用户编号"],
    ],
    overdue_days: ["overdue_days", "days_overdue", "dpd", "days_past_due", "逾期天数", "逾期日数", "当前逾期天数"],
  },
  funds: {
    as_of: [
      ...["as_of", "asof", "as_of_date", "date", "reporting_date", "balance_date", "截至日期", "截止日期", "截至日"],
      ...["时点", "基准日", "基准日期", "日期", "报告日", "报告期", "统计日期"],
    ],
    kind: [
      ...["kind", "type", "fund_type", "fund_kind", "category", "item", "类型", "类别", "资金类型", "资金类别", "项目"],
      ...["科目", "保障类型"],
    ],
    amount: ["amount", "value", "balance", "money", "fund", "金额", "余额", "资金金额", "数额", "保障金额", "资金"],
    relation: ["relation", "holder", "party", "relationship", "关系", "与平台关系", "主体", "股东类型", "归属"],
    main_business: ["main_business", "business", "core_business", "主营业务", "主业", "主营"],
    related: ["related", "is_related", "related_party", "affiliated", "是否关联", "关联", "是否关联方", "关联方"],
    note: ["note", "notes", "remark", "remarks", "comment", "memo", "备注", "说明", "附注"],
  },
  targets: {
    month: [
      ...["month", "date", "period", "target_month", "月份", "月", "日期", "目标月份", "目标月", "年月", "考核月份"],
      "期间",
    ],
    metric: ["metric", "kpi", "indicator", "measure", "target_metric", "指标", "指标名称", "考核指标", "目标指标"],
    value: [
      ...["value", "target", "goal", "target_value", "amount", "目标", "目标值", "目标金额", "数值", "指标值", "值"],
    ],
    owner: ["owner", "team", "department", "responsible", "负责人", "负责部门", "责任人", "部门", "归属部门"],
  },
  annotations: {
    date: [
      "date",
      "day",
      "start_date",
      "start",
      "from",
      "日期",
      "开始日期",
      "起始日期",
      "发生日期",
      "时间",
      "开始时间",
    ],
    text: [
      ...[
        "text",
        "event",
        "title",
        "note",
        "annotation",
        "description",
        "label",
        "事件",
        "说明",
        "内容",
        "标题",
        "备注",
      ],
      ...["描述", "事件说明", "事件名称", "大事记", "注释"],
    ],
    end_date: ["end_date", "end", "to", "until", "结束日期", "截止日期", "结束时间", "终止日期"],
    kind: ["kind", "type", "category", "event_type", "类型", "类别", "事件类型", "分类"],
  },
};
