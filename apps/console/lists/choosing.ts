// Several of a list chosen for one thing: a box in each row, one for all that fit, and what is to be done with them.

import type { Numbered } from "../../../libs/service/shape/pages.ts";
import type { Html } from "../html.ts";

/**
 * `action`, `hidden`: where its form goes, with what every form brings. `one`: as what each is sent, and its name;
 * `chosen`: those that were ticked before. `what`: the field that asks what is to be done. `faults`: what was wrong.
 */
export interface Choosing<T> {
  action: string;
  hidden: Html;
  one: (of: T) => { value: string; name: string };
  chosen: readonly string[];
  what: Html;
  faults: Html | null;
}

/** `boxes`: one a row, in the order of the rows. `all`: what the box for all that fit says; null where one is all. */
export interface ChoosingView {
  action: string;
  hidden: Html;
  faults: Html | null;
  boxes: readonly { id: string; value: string; name: string; checked: boolean }[];
  all: string | null;
  what: Html;
}

/** The name under which boxes are sent, and that of the box for all. */
export const BOX = "school";
export const ALL = "every";

export function choosingView<T>(
  { items, total }: Numbered<T>,
  { action, hidden, one, chosen, what, faults }: Choosing<T>,
  several: string,
): ChoosingView {
  const boxes = items.map((item, index) => {
    const { value, name } = one(item);
    // The first is where a summary of faults leads.
    return { id: index === 0 ? `f-${BOX}` : `f-${BOX}-${index + 1}`, value, name, checked: chosen.includes(value) };
  });
  const others = total > items.length ? ", on every page of it" : "";
  return {
    action,
    hidden,
    faults,
    boxes,
    all: total > 1 ? `All ${total} ${several} of this list${others}` : null,
    what,
  };
}
