// An application as a school fills it in: page by page.

import type { Browser, Form, Page } from "./browser.ts";

const MOST_PAGES = 6;

/**
 * Begins the form at an address and answers each page from what is given, as far as that goes: to the page with all
 * answers, or to one that was turned down.
 */
export async function answered(browser: Browser, form: string, answers: Form): Promise<Page> {
  const start = await browser.go(form);
  const [, first = ""] = /<a href="([^"]+)"[^>]*govuk-button--start/u.exec(start.text) ?? [];
  let page = await browser.go(first.replaceAll("&amp;", "&"));
  for (let pages = 0; page.status === 200 && !isCheck(page) && pages < MOST_PAGES; pages++)
    page = await browser.submit(page, answers);
  return page;
}

export const isCheck = ({ address }: Page): boolean => new URL(address).pathname.endsWith("/check");
