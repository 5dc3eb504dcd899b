// What is asked of a page from within: put into each page before it loads (walker.ts), and known there as `atThePage`.

globalThis.atThePage = {
  ...{ arrival, controls, tooWide, ways, openAll },
  ...{ isStop, hasFocus, sharesFocus, chosen, focusFault, unseenFocus },
};

/** What is seen at once of a page that has come: what it is called, and whether it is too wide. */
function arrival() {
  return { heading: document.querySelector("h1")?.innerText ?? "", faults: tooWide() };
}

/** What is wider than the window, so that one has to push the page to and fro to read it; empty is right. */
function tooWide() {
  const { clientWidth: room, scrollWidth: wide } = document.documentElement;
  if (wide <= room) return [];
  const scrolls = (element) => {
    for (let one = element.parentElement; one !== null; one = one.parentElement)
      if (getComputedStyle(one).overflowX !== "visible") return true;
    return false;
  };
  const last = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
    .at(-1);
  const says = last === undefined ? "?" : `<${last.localName}> “${last.textContent.trim().slice(0, 40)}”`;
  return [`${wide} pixels wide where there is room for ${room}: ${says}`];
}

/** Whether Tab comes to a circle: the one that is picked, else the first of those that belong together. */
function isStop(one) {
  const all = [...document.querySelectorAll("input[type=radio]")].filter((other) => sameStop(one, other));
  return (all.find(({ checked }) => checked) ?? all[0]) === one;
}

function sameStop(one, other) {
  return one === other || (one.type === "radio" && one.name === other.name && one.form === other.form);
}

function hasFocus(one) {
  return document.activeElement === one;
}

/** Whether a circle that belongs together with this one has it. */
function sharesFocus(one) {
  return sameStop(one, document.activeElement);
}

/** What is chosen from a list, as it is read. */
function chosen(list) {
  return list.selectedOptions[0]?.text;
}

/** What is wrong with how that shows which has the focus: it is in the window, and looks otherwise than without. */
function focusFault() {
  const here = document.activeElement;
  const { top, bottom } = drawnOf(here).getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) return `has the focus and is out of sight: ${here.outerHTML.slice(0, 200)}`;
  return looksFocused(here) ? null : `shows no focus: ${here.outerHTML.slice(0, 200)}`;
}

/** Of what can have the focus, one of each look: those that show no sign of it. */
function unseenFocus() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const kinds = new Map(
    all.filter((one) => one.checkVisibility()).map((one) => [`${one.localName}.${one.className}`, one]),
  );
  return [...kinds.values()].flatMap((one) => {
    one.focus();
    if (document.activeElement !== one || looksFocused(one)) return [];
    return [`shows no focus: ${one.outerHTML.slice(0, 160)}`];
  });
}

/** Where links of the page lead in the service. */
function ways() {
  return [...document.querySelectorAll("a[href^='/']")].map((one) => one.getAttribute("href").split("#", 1)[0]);
}

/** Shows what is folded away. */
function openAll() {
  for (const one of document.querySelectorAll("details")) one.open = true;
}

/** What shows that an element has the focus. */
function drawnOf(here) {
  // A box or a circle is drawn by the label after it.
  return here.matches(".govuk-radios__input, .govuk-checkboxes__input") ? here.nextElementSibling : here;
}

/** Whether what has the focus looks otherwise than without it. */
function looksFocused(here) {
  const drawn = drawnOf(here);
  const looks = () =>
    ["", "::before"]
      .map((part) => getComputedStyle(drawn, part))
      .map((one) => [one.outline, one.boxShadow, one.backgroundColor, one.borderColor].join())
      .join();
  const focused = looks();
  const place = [scrollX, scrollY];
  here.blur();
  const without = looks();
  here.focus({ preventScroll: true });
  scrollTo(...place);
  return focused !== without;
}

/** The fields of the page's main part, as somebody reads them, in order: `at` counts all, also what is not shown. */
function controls() {
  const words = (element) => (element?.innerText ?? "").trim();
  return [...document.querySelectorAll("main input, main select, main textarea")].flatMap((one, at) => {
    if (one.type === "hidden" || one.disabled || !one.checkVisibility()) return [];
    const set = one.closest("fieldset");
    const kind = one.localName === "input" ? one.type : one.localName;
    const options = kind === "select" ? [...one.options].map(({ text }) => text) : [];
    const label = one.labels?.length ? words(one.labels[0]) : (one.ariaLabel ?? "");
    return [{ at, kind, label, legend: words(set?.querySelector("legend")), options }];
  });
}
