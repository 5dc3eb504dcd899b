// A table that is wider than the screen scrolls within its frame. While it does, the keyboard comes to the frame, and it
// is read aloud with a name: its caption's, else that of the heading before it.
const headings = [...document.querySelectorAll("h1, h2, h3")];
const names = new Set();

function nameOf(frame) {
  const before = headings.filter((one) => one.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING);
  const says = frame.querySelector("caption") ?? before.at(-1);
  const words = (says?.textContent ?? "Table").trim();
  let name = words;
  for (let count = 2; names.has(name); count += 1) name = `${words} (${count})`;
  names.add(name);
  return name;
}

function mark(frame) {
  if (frame.scrollWidth <= frame.clientWidth) {
    for (const attribute of ["tabindex", "role", "aria-label"]) frame.removeAttribute(attribute);
    return;
  }
  frame.dataset.name ??= nameOf(frame);
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", frame.dataset.name);
}

const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
for (const frame of document.querySelectorAll(".wide")) sizes.observe(frame);
