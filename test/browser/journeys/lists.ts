// What a hub does with its lists: narrow one, take it along, print it, and do one thing for several of it.

import { HUB_LEAD, type Journey } from "./journey.ts";

export const spreadsheet: Journey = {
  does: "narrow a list, and take it to a spreadsheet",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Schools");
    await walker.open("Narrow the list");
    await walker.answer([[/^Stage/u, "Development"]], ["Show"], /^Schools of/u);
    await walker.sees(/Stage: Development/u);
    const file = await walker.downloads(/for a spreadsheet/u);
    const [head = "", ...rows] = file.trim().split("\r\n");
    if (!head.includes("School,URN,Phase")) throw new Error(`A file with another head: ${head}`);
    if (rows.length === 0 || !rows.every((row) => row.includes("Development")))
      throw new Error(`Not the list that was shown: ${file}`);
  },
};

export const print: Journey = {
  does: "print a list",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Work Groups");
    await walker.page.emulateMedia({ media: "print" });
    const printed = await walker.page.evaluate<string>("document.body.innerText");
    await walker.page.emulateMedia({ media: null });
    if (!/Great North/u.test(printed)) throw new Error(`The list is not on the paper: ${printed}`);
    if (/Narrow the list|for a spreadsheet|Accessibility statement/u.test(printed))
      throw new Error(`What nobody can press stands on the paper: ${printed}`);
  },
};

export const several: Journey = {
  does: "one thing for several schools",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Schools");
    await walker.open("Narrow the list");
    await walker.answer(
      [
        [/^Stage/u, "Development"],
        [/^Status/u, "Participating"],
      ],
      ["Show"],
      /^Schools of/u,
    );
    await walker.tick(/^All \d+ schools of this list/u);
    await walker.answer([[/^What to do/u, "Say that the action plan is agreed"]], ["Continue"], /action plan/u);
    await walker.answer([[/^On which day/u, "2025-03-10"]], ["Continue"], /action plan/u);
    await walker.sees(/Nothing is recorded yet/u);
    await walker.press(/^Confirm for/u);
    await walker.sees(/It is recorded for/u);
  },
};
