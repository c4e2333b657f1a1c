const units = {
  ms: (value) => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`),
  times: (value) => `${value.toFixed(value < 10 ? 2 : 1)} ×`,
  MB: (value) => `${Math.round(value)} MB`,
};

function goalText({ unit, atLeast, atMost }) {
  if (atLeast !== undefined) return `≥ ${units[unit](atLeast)}`;
  return atMost === undefined ? "" : `≤ ${units[unit](atMost)}`;
}

/** How far off a goal is, as a factor. */
function verdictText({ isMet, value, atLeast, atMost }) {
  if (isMet === undefined) return "";
  if (isMet) return "met";
  return `gap ${(atLeast === undefined ? value / atMost : atLeast / value).toFixed(1)} ×`;
}

const timesText = ({ ms, otherMs }) => (otherMs === undefined ? "" : `${units.ms(ms)} : ${units.ms(otherMs)}`);

/** The lines of goals as a Markdown table that reads well as plain text too. */
export function goalTable(lines) {
  const header = ["what", "measured", "Dipper : other", "goal", "verdict"];
  return markdownTable(
    header,
    lines.map((line) => [line.what, units[line.unit](line.value), timesText(line), goalText(line), verdictText(line)]),
  );
}

/** Every kind of question to the engine with its times. */
export function answerTable(answers) {
  const header = ["question to the engine", "asked", "first", "p50", "p95", "worst"];
  const times = ({ firstMs, p50Ms, p95Ms, worstMs }) => [firstMs, p50Ms, p95Ms, worstMs].map(units.ms);
  return markdownTable(
    header,
    answers.map((answer) => [answer.name, String(answer.count), ...times(answer)]),
  );
}

function markdownTable(header, rows) {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
