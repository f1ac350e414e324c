// Mounted once a page, it copies what every "Copy link" leads to, says so to everybody, follows links in text to other
// pages of the dashboard without loading it anew, and readies pictures for paper;
// mounted in an opened card, it also draws that card's own buttons from `data.copies`: [{label, text, html}].
const said = (words) => {
  let region = document.getElementById("copied-to-clipboard");
  if (!region) {
    region = document.createElement("div");
    region.id = "copied-to-clipboard";
    region.setAttribute("role", "status");
    region.style.cssText = "position:fixed;inset:auto 0 12px;margin:auto;width:max-content;max-width:90vw;z-index:1000001;" +
      "padding:6px 14px;border-radius:4px;background:#16191d;color:#fff;font:600 15px/1.4 sans-serif;visibility:hidden";
    document.body.append(region);
  }
  region.textContent = words;
  region.style.visibility = "visible";
  clearTimeout(region.fade);
  region.fade = setTimeout(() => { region.style.visibility = "hidden"; region.textContent = ""; }, 4000);
};

// Where the browser keeps the clipboard to secure pages (a plain http address), the old way still works.
const oldWay = (text) => {
  const box = document.createElement("textarea");
  box.value = text;
  box.style.cssText = "position:fixed;opacity:0";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
};

const copy = async (what, text, html) => {
  try {
    if (html && window.ClipboardItem) {
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": new Blob([text], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      })]);
    } else {
      await navigator.clipboard.writeText(text);
    }
    said(`${what}: copied`);
  } catch {
    said(oldWay(text) ? `${what}: copied` : `${what}: the browser did not allow copying`);
  }
};

const isCopyLink = (target) => {
  const link = target.closest?.("a");
  return link && link.textContent.trim() === "Copy link" ? link : null;
};

// Links in Markdown open a new tab by the framework's rule, for which it marks them, and those of the menu load their
// page anew; links to pages of the dashboard need neither. The browser's own "back" tells the framework of a new address,
// and so do we.
const folder = (address) => address.pathname.replace(/[^/]*$/, "");
const isOurPage = (link) => (link?.target === "_blank" || link?.closest("nav")) && link.origin === location.origin && !link.hasAttribute("download") &&
  folder(link) === folder(location) && !link.pathname.slice(folder(link).length).includes(".");
const follow = (link) => {
  const elsewhere = link.pathname !== location.pathname;
  const place = decodeURIComponent(link.hash.slice(1));
  history.pushState(null, "", link.pathname + link.search);
  window.dispatchEvent(new PopStateEvent("popstate"));
  if (elsewhere) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  if (place) arrive(() => document.getElementById(place), (part) => part.scrollIntoView());
  if (link.matches(FOLD)) keepPlace(link);
  if (link.closest("nav")) keepEntry(link.textContent);
};
// What a link opens or shuts is drawn anew, so the keyboard would lose its place: it goes to the link that undoes it.
const FOLD = '[class*="st-key-figure-"] p:last-child > strong:only-child > a';
const keepPlace = (link) => {
  const card = link.closest('[class*="st-key-figure-"]').className.match(/st-key-figure-[a-z0-9-]+/)[0];
  const was = link.textContent;
  const undo = () => [...document.querySelectorAll(FOLD)].find((one) => one.closest(`.${card}`) && one.textContent !== was);
  arrive(undo, (again) => again.focus({ preventScroll: true }));
};
const keepEntry = (label) => arrive(
  () => [...document.querySelectorAll("nav [aria-current]")].find((one) => one.textContent === label),
  (entry) => entry.focus({ preventScroll: true }));
// Something is done to a part of the page once it is drawn; after ten seconds it is not waited for.
const arrive = (find, act, tries = 100) => setTimeout(() => {
  const part = find();
  const drawn = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
  if (part && drawn) act(part);
  else if (tries) arrive(find, act, tries - 1);
}, 100);

const install = () => {
  if (window.linksServed) return;
  window.linksServed = true;
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const copied = isCopyLink(event.target);
    const link = event.target.closest?.("a");
    if (!copied && !isOurPage(link)) return;
    event.preventDefault();
    event.stopPropagation();
    if (copied) copy("Link", copied.href); else follow(link);
  }, true);
  window.addEventListener("beforeprint", picture);
  window.addEventListener("afterprint", () => document.querySelectorAll("img.on-paper").forEach((img) => img.remove()));
};

// A browser lays the page out anew for paper, which empties maps and tables that are drawn pixel by pixel: each gets a
// picture of itself, which the stylesheet shows on paper only.
const picture = () => {
  document.querySelectorAll(".stDeckGlJsonChart, .stDataFrame").forEach((frame) => {
    const size = (canvas) => canvas.width * canvas.height;
    const [canvas] = [...frame.querySelectorAll("canvas")].sort((one, other) => size(other) - size(one));
    if (!canvas || frame.querySelector("img.on-paper")) return;
    const img = new Image();
    img.className = "on-paper";
    img.alt = "";
    img.src = canvas.toDataURL();
    img.style.width = `${canvas.getBoundingClientRect().width}px`;
    frame.append(img);
  });
};

export default function ({ data, parentElement }) {
  install();
  const row = parentElement.querySelector(".copies");
  if (!row) return;
  row.replaceChildren(...(data?.copies ?? []).map(({ label, text, html }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `Copy ${label}`;
    button.addEventListener("click", () => copy(label[0].toUpperCase() + label.slice(1), text, html));
    return button;
  }));
}
