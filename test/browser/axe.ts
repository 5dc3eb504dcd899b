// What axe finds on a page as it is shown: WCAG 2.2, A and AA, and what it calls best practice.

import axe from "axe-core";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Found {
  violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[];
}

/** Each rule that the page breaks, with the first of what breaks it; none is right. */
export async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ["violations"], iframes: false });
  const { violations } = await page.evaluate<Found>(`axe.run(document, ${options})`);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}: ${nodes[0]?.html.slice(0, 160)})`);
}
