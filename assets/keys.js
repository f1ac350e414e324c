// Keys of a page: `data.keys` maps a key ("ArrowRight") to the selector of the link or button that it presses.
export default function ({ data }) {
  const press = (event) => {
    if (event.target.closest?.("input, textarea, select, [contenteditable], [role=combobox], [role=slider]")) return;
    const selector = data?.keys?.[event.key];
    const target = selector && document.querySelector(selector);
    if (target) {
      event.preventDefault();
      target.click();
    }
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
