// Before the first paint, so that nobody who chose dark sees a white flash. A file of its own, not inline: the content security policy
// allows no inline script.
(() => {
  let chosen = "auto";
  try {
    chosen = localStorage.getItem("ganglion.color-scheme") ?? "auto";
  } catch {
    // storage is blocked: the system's scheme
  }
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
