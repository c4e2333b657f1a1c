import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";

/** Clock ticks of /proc: Linux has fixed them at 100 a second for programs. */
const MS_PER_TICK = 10;
const WORKER = /^DedicatedWorker/;

/** The machine, in the words of the report. */
export async function machineFacts(session) {
  const { product } = await session.send("Browser.getVersion");
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    platform: process.platform,
    node: process.version,
    browser: product,
    // How many others wanted a core in the minute before; ours are not running yet.
    loadBefore: Number(loadavg()[0].toFixed(1)),
  };
}

/**
 * Watches the processes that draw pages and run their workers, of which the one that works is the page's.
 *
 * @returns what to call when the work is done: its workers' processor time, and its resident megabytes before the work,
 *   now and at most so far, shared libraries included; undefined where there is no /proc
 */
export async function watchProcesses(session) {
  const look = (pid) => ({ cpuMs: workerCpuMs(pid), memory: residentMegabytes(pid) });
  const before = new Map((await renderers(session)).map((pid) => [pid, look(pid)]));
  return async function stop() {
    const used = (await renderers(session)).map((pid) => {
      const { cpuMs = 0, memory } = before.get(pid) ?? {};
      const after = look(pid);
      return { workerCpuMs: after.cpuMs - cpuMs, memoryBefore: memory?.now, memoryPeak: after.memory?.peak };
    });
    const [page] = used.toSorted((a, b) => b.workerCpuMs - a.workerCpuMs);
    return page?.memoryPeak === undefined ? undefined : page;
  };
}

async function renderers(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

function residentMegabytes(pid) {
  const status = readText(`/proc/${pid}/status`);
  if (status === undefined) return undefined;
  const megabytes = (field) => Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1024);
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

function workerCpuMs(pid) {
  const folder = `/proc/${pid}/task`;
  const ticks = readFolder(folder).map((thread) => {
    // The name stands in brackets and may hold spaces; user and system time are the 12th and 13th field after it.
    const [, name = "", rest = ""] = /\((.*)\) (.*)/.exec(readText(`${folder}/${thread}/stat`) ?? "") ?? [];
    const fields = rest.split(" ");
    return WORKER.test(name) ? Number(fields[11]) + Number(fields[12]) : 0;
  });
  return ticks.reduce((sum, count) => sum + count, 0) * MS_PER_TICK;
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function readFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
