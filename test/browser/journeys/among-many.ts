// One school among all that a hub has: by what one knows of its name, as one types; and in the list, to be taken along.

import { HUB_LEAD, type Journey } from "./journey.ts";

const SCHOOL = "Longcroft Primary School";

export const search: Journey = {
  does: "find one school as one types",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Search");
    await walker.picks(/Look for/u, "long", SCHOOL);
    await walker.press("Search", walker.page.getByRole("main"));
    if (!walker.heading.startsWith(SCHOOL)) throw new Error(`Another school was found: ${walker.heading}`);
    await walker.sees("Participating");
  },
};

export const list: Journey = {
  does: "narrow the list to one school, and take it to a spreadsheet",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Schools");
    await walker.sees(/^1\d\d schools/u);
    await walker.open("Narrow the list");
    await walker.answer([[/^School, URN or postcode/u, "longcroft"]], ["Show"], /^Schools of/u);
    await walker.sees(/^1 school fits/u);
    const file = await walker.downloads(/for a spreadsheet/u);
    const [, ...rows] = file.trim().split("\r\n");
    if (rows.length !== 1 || !rows[0]?.startsWith(`${SCHOOL},`)) throw new Error(`Not the one school: ${file}`);
    await walker.press(new RegExp(`^${SCHOOL}`, "u"));
    await walker.sees("Participating");
  },
};
