// A field in which a school is looked for suggests schools as somebody types. Whatever is picked is text in the field;
// whoever picks nothing, or has no answer in time, sends the form as it is.

const ASKS = "/search/schools";
/** What is typed within this time is asked for at once; of a single letter there is too much. */
const PAUSE_MS = 200;
const LEAST = 2;

function made(name, className, role) {
  const element = document.createElement(name);
  element.className = className;
  if (role) element.setAttribute("role", role);
  return element;
}

/** One school: what is typed by picking it stands in its data, so that no page need take names apart. */
function optionOf({ value, name, more }, id) {
  const option = made("li", "suggested__school", "option");
  option.id = id;
  option.dataset.value = value;
  const place = made("span", "suggested__more");
  place.textContent = more;
  option.append(name, place);
  return option;
}

async function schoolsFor(typed, among) {
  const answer = await fetch(ASKS, { method: "POST", body: new URLSearchParams({ typed, among }) });
  return answer.ok ? (await answer.json()).schools : [];
}

function suggestAt(field, Combobox) {
  const group = field.closest(".govuk-form-group");
  const list = made("ul", "suggested", "listbox");
  list.id = `${field.id}-suggested`;
  list.setAttribute("aria-label", "Schools");
  list.hidden = true;
  const said = made("div", "govuk-visually-hidden", "status");
  group.append(list, said);
  const box = new Combobox(field, list, { tabInsertsSuggestions: false });
  let asked = 0;
  let waits = 0;

  /** Nothing is shown, and what is still to be answered is of no use any more. */
  const close = () => {
    asked += 1;
    clearTimeout(waits);
    if (list.hidden) return;
    box.stop();
    list.hidden = true;
    list.replaceChildren();
    said.textContent = "";
  };
  const show = (schools) => {
    close();
    if (schools.length === 0 || document.activeElement !== field) return;
    list.append(...schools.map((school, index) => optionOf(school, `${list.id}-${index}`)));
    list.hidden = false;
    box.start();
    const many = schools.length === 1 ? "1 school is suggested" : `${schools.length} schools are suggested`;
    said.textContent = `${many}: go through them with the arrow keys, and pick one with Enter.`;
  };

  field.addEventListener("input", () => {
    const typed = field.value.trim();
    const mine = (asked += 1);
    clearTimeout(waits);
    if (typed.length < LEAST) return close();
    waits = setTimeout(async () => {
      const schools = await schoolsFor(typed, field.dataset.suggest).catch(() => []);
      if (mine === asked) show(schools);
    }, PAUSE_MS);
  });
  list.addEventListener("combobox-commit", ({ target }) => {
    field.value = target.dataset.value;
    close();
    said.textContent = `${field.value} stands in the field.`;
  });
  // The field keeps the focus while one is picked with a mouse.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Tab") close();
    if (event.key !== "Escape" || list.hidden) return;
    // What is typed stays.
    event.preventDefault();
    close();
  });
  // Not when the focus goes: what is below would move up under a finger that presses it.
  document.addEventListener("click", ({ target }) => {
    if (!group.contains(target)) close();
  });
}

/** `Combobox`: what makes a field and a list one thing for the keyboard and for whoever reads by ear. */
export function suggestSchools(Combobox) {
  for (const field of document.querySelectorAll("[data-suggest]")) suggestAt(field, Combobox);
}
