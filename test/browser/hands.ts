// How somebody works with what they have found on a page: with a mouse, or with the keyboard alone.

import type { Locator, Page } from "playwright-core";

export interface Hand {
  press(page: Page, what: Locator): Promise<void>;
  type(page: Page, field: Locator, text: string): Promise<void>;
  choose(page: Page, list: Locator, option: string): Promise<void>;
  tick(page: Page, box: Locator): Promise<void>;
}

export const byHand: Hand = {
  press: (_page, what) => what.click(),
  type: (_page, field, text) => field.fill(text),
  choose: async (_page, list, option) => void (await list.selectOption({ label: option })),
  tick: (_page, box) => box.check(),
};

/** More stops than any page has. */
const MOST_STOPS = 400;

/** With Tab, Enter, space and arrows. Throws where Tab does not come to something, or its focus is not to be seen. */
export const byKeyboard: Hand = {
  async press(page, what) {
    if ((await what.getAttribute("role")) === "tab") return turnTo(page, what);
    await comeTo(page, what);
    await page.keyboard.press("Enter");
  },
  async type(page, field, text) {
    await comeTo(page, field);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  },
  async choose(page, list, option) {
    await comeTo(page, list);
    // As a list is chosen from without being opened: by what its line begins with.
    await page.keyboard.type(option);
    const chosen: unknown = await asked(list, "chosen");
    if (chosen !== option) throw new Error(`“${chosen}” was chosen for “${option}”.`);
  },
  async tick(page, box) {
    if (await box.isChecked()) return;
    const kind = await box.getAttribute("type");
    // Of circles that belong together one is a stop; arrows go on to the others.
    if (kind === "radio" && !(await asked(box, "isStop"))) {
      await comeTo(page, box, true);
      for (let step = 0; step < MOST_STOPS && !(await box.isChecked()); step++) await page.keyboard.press("ArrowDown");
    } else {
      await comeTo(page, box);
      await page.keyboard.press("Space");
    }
    if (!(await box.isChecked())) throw new Error("The keyboard does not tick it.");
  },
};

/** More parts than any page is in. */
const MOST_PARTS = 20;

/** Of the parts of a page one is a stop, the one that is shown; arrows go on to the others. */
async function turnTo(page: Page, part: Locator): Promise<void> {
  await comeTo(page, page.getByRole("tablist").filter({ has: part }).getByRole("tab", { selected: true }));
  for (const arrow of ["ArrowRight", "ArrowLeft"])
    for (let step = 0; step < MOST_PARTS; step++) {
      if ((await part.getAttribute("aria-selected")) === "true") return seeFocus(page);
      await page.keyboard.press(arrow);
    }
  throw new Error(`No arrow comes to ${await part.innerText()}`);
}

/** Tab by tab; `nearly`: a circle of those that belong together is enough. */
async function comeTo(page: Page, what: Locator, nearly = false): Promise<void> {
  await what.waitFor({ state: "attached" });
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await asked(what, nearly ? "sharesFocus" : "hasFocus")) return seeFocus(page);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${await what.innerText()}`);
}

async function seeFocus(page: Page): Promise<void> {
  const fault = await page.evaluate<string | null>("atThePage.focusFault()");
  if (fault !== null) throw new Error(`On ${page.url()}, what ${fault}`);
}

interface Within {
  atThePage: Readonly<Record<string, (one: unknown) => unknown>>;
}

/** Asks something of an element from within its page (in-page.mjs). */
const asked = (what: Locator, question: string): Promise<unknown> =>
  what.evaluate((one, name) => (globalThis as unknown as Within).atThePage[name]?.(one), question);
