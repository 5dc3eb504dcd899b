// What a hub comes for where it pays: from a grant that may be paid to what the bank is told, and why.

import { FINANCE, HUB_LEAD, type Journey } from "./journey.ts";

export const money: Journey = {
  does: "money: from approving a grant to the remittance",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Money");
    await walker.tick(/^Approve Longcroft/u);
    await walker.press("Approve those ticked");
    await walker.signIn(FINANCE);
    await walker.menu("Money");
    await walker.tick(/^Approve Longcroft/u);
    await walker.press("Approve those ticked");
    await walker.press("Payment runs");
    await walker.press("Prepare a payment run");
    await walker.answer([], ["Prepare the run", "Continue"], /./u);
    await walker.signIn(HUB_LEAD);
    await walker.menu("Money");
    await walker.press("Payment runs");
    await walker.press(/11 March 2025/u);
    await walker.press("Authorise the run");
    await walker.answer([], [/Authorise/u, "Continue"], /Payment run/u);
    await walker.signIn(FINANCE);
    await walker.menu("Money");
    await walker.press("Payment runs");
    await walker.press(/11 March 2025/u);
    const remittance = await walker.downloads(/Download the remittance/u);
    if (!remittance.includes("1000")) throw new Error(`A remittance of another amount: ${remittance}`);
    await walker.press("Confirm all payments");
    await walker.answer([], [/Confirm/u, "Continue"], /Payment run/u);
    await walker.looksAgainFor(/^\s*Complete/u);
  },
};

export const why: Journey = {
  does: "why a grant is what it is",
  who: HUB_LEAD,
  async walk(walker) {
    await walker.menu("Money");
    await walker.press("Paid");
    await walker.press(/^Why\?/u);
    await walker.sees(/Development 2024\/25 gives a school £1,000/u);
  },
};
