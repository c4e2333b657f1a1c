// Sets theme and language before the first paint. A file of its own because the policy allows no inline script.
(() => {
  const params = new URLSearchParams(location.search);

  function choice(name, allowed) {
    let stored = null;
    try {
      stored = localStorage.getItem(`dipper.${name}`);
    } catch {
      // Storage may be switched off; the system's choice then holds.
    }
    return [params.get(name), stored].find((value) => allowed.includes(value));
  }

  const theme = choice("theme", ["light", "dark", "system"]) ?? "system";
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const lang = choice("lang", ["en", "zh"]) ?? (/^zh\b/i.test(navigator.language) ? "zh" : "en");

  const root = document.documentElement;
  root.classList.toggle("dark", theme === "dark" || (theme === "system" && systemIsDark));
  root.lang = lang === "zh" ? "zh-CN" : "en";
})();
