// What is asked of a page from within: put into each page before it loads (walker.ts), and known there as `atThePage`.

globalThis.atThePage = {
  ...{ arrival, controls, tooWide, ways, openAll, drawn },
  ...{ isStop, hasFocus, sharesFocus, chosen, focusFault, unseenFocus },
  ...{ parts, forms, fillIn, send, answer },
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

/** What is wrong with how that shows which has the focus: it is in the window, with a dark line. */
function focusFault() {
  const here = document.activeElement;
  const { top, bottom } = drawnOf(here).getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) return `has the focus and is out of sight: ${here.outerHTML.slice(0, 200)}`;
  return looksFocused(here) ? null : `shows its focus by no dark line: ${here.outerHTML.slice(0, 200)}`;
}

/** Of what can have the focus, one of each look: those that show it by no dark line. */
function unseenFocus() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const kinds = new Map(
    all.filter((one) => one.checkVisibility()).map((one) => [`${one.localName}.${one.className}`, one]),
  );
  return [...kinds.values()].flatMap((one) => {
    one.focus();
    if (document.activeElement !== one || looksFocused(one)) return [];
    return [`shows its focus by no dark line: ${one.outerHTML.slice(0, 160)}`];
  });
}

/** Where links of the page lead in the service, where its frames are from, and where what only asks for a page goes. */
function ways() {
  const links = [...document.querySelectorAll("a[href^='/']")].map((one) => one.getAttribute("href"));
  const frames = [...document.querySelectorAll("iframe")].map((one) => one.getAttribute("src"));
  const asking = [...document.querySelectorAll("main form[method=get][action]")].map((one) =>
    one.getAttribute("action"),
  );
  return [...links, ...frames, ...asking].map((way) => way.split("#", 1)[0]);
}

/** Shows what is folded away. */
function openAll() {
  for (const one of document.querySelectorAll("details")) one.open = true;
}

/** Once it is drawn as wide as it is now, and the page's own scripts have heard of it. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
}

/** What shows that an element has the focus. */
function drawnOf(here) {
  // A box or a circle is drawn by the label after it.
  return here.matches(".govuk-radios__input, .govuk-checkboxes__input") ? here.nextElementSibling : here;
}

/** What the page is made of: each kind of element within each kind of element, once. */
function parts() {
  const kind = ({ localName, className, type, role }) => [localName, className, type, role].join(" ");
  const all = [...document.body.querySelectorAll("*")].filter(({ localName }) => localName !== "script");
  return [...new Set(all.map((one) => `${kind(one.parentElement)} > ${kind(one)}`))];
}

/** What lines and bars that show the focus are drawn in: `focus-text` of GOV.UK Frontend, which is seen on any ground. */
const DARK = "rgb(11, 12, 12)";

/** Whether what has the focus is drawn with a dark line that it has not without. */
function looksFocused(here) {
  const drawn = drawnOf(here);
  const focused = darkLines(drawn);
  const place = [scrollX, scrollY];
  here.blur();
  const without = darkLines(drawn);
  here.focus({ preventScroll: true });
  scrollTo(...place);
  return focused.some((line) => !without.includes(line));
}

/** The dark lines of an element, and of what is drawn before its text: as shadows, outline, borders, a bar. */
function darkLines(drawn) {
  return ["", "::before"].flatMap((part) => {
    const style = getComputedStyle(drawn, part);
    if (part !== "" && style.content === "none") return [];
    // A shadow that is moved nowhere, and no wider than what it is of, is not seen.
    const shadows = style.boxShadow
      .split(/,(?![^(]*\))/u)
      .filter((one) => one.includes(DARK) && /[1-9]/u.test(one.replace(DARK, "")));
    const edges = ["outline", "borderTop", "borderRight", "borderBottom", "borderLeft"].flatMap((edge) => {
      const [color, width, line] = ["Color", "Width", "Style"].map((what) => style[`${edge}${what}`]);
      return color === DARK && line !== "none" && parseFloat(width) > 0 ? [`${edge} ${width}`] : [];
    });
    const bar = part !== "" && style.backgroundColor === DARK ? ["bar"] : [];
    return [...shadows, ...edges, ...bar].map((line) => `${part} ${line}`);
  });
}

/** The forms of the page's main part that send something: where to, by which button, and whether they ask anything. */
function forms() {
  return sending().map((form, at) => ({
    at,
    to: new URL(form.getAttribute("action") ?? "", location.href).pathname,
    button: buttonOf(form).innerText.trim(),
    asks: asked(form).length > 0,
  }));
}

function sending() {
  return [...document.querySelectorAll("main form")].filter((form) => form.method === "post" && buttonOf(form));
}

/** A form that stands around a table has its buttons below it. */
function buttonOf(form) {
  return form.querySelector("button:not([type=button])");
}

function asked(form) {
  return [...form.elements].filter((one) => one.matches("input, select, textarea") && one.type !== "hidden");
}

/** Sends one of them as it stands. */
function send(at) {
  const form = sending()[at];
  form.noValidate = true;
  form.requestSubmit(buttonOf(form));
}

/** Answers whatever it asks with something of the right kind; of circles the first. `today`: as day, month and year. */
function fillIn(at, today) {
  for (const one of asked(sending()[at])) {
    if (one.type === "radio") one.checked ||= isStop(one);
    else if (one.type === "checkbox") one.checked = true;
    else if (one.localName === "select") one.selectedIndex = [...one.options].findIndex(({ value }) => value !== "");
    else if (one.type !== "file" && one.value === "") one.value = typedInto(one, today);
  }
}

function typedInto(one, today) {
  const part = /-(day|month|year)$/u.exec(one.name)?.[1];
  if (part !== undefined) return today[part];
  if (one.type === "email" || /e-?mail/iu.test(one.name)) return "somebody@school.example";
  if (one.inputMode === "numeric" || one.inputMode === "decimal") return "1";
  return "Something that somebody has to say.";
}

/** What a form that was sent has answered: faults, what is looked at before it is done, that it is done, or a page. */
function answer() {
  if (document.title.startsWith("Error: ")) return "faults";
  if (document.querySelector(".govuk-notification-banner--success, .govuk-panel")) return "done";
  const says = document.querySelector("main").innerText;
  if (/Nothing (?:is recorded|has been sent) yet/u.test(says)) return "looked at first";
  const [{ redirectCount }] = performance.getEntriesByType("navigation");
  return redirectCount === 0 ? "a page of its own" : "another page";
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
