// Every reason for which the rules turn a command down, or the service itself does, by its code.

import { BOOKS } from "./books.ts";
import { INTAKE } from "./intake.ts";
import { SERVICE } from "./service.ts";
import { STATE } from "./state.ts";
import { YEAR } from "./year.ts";

export const REASONS = {
  ...INTAKE,
  ...YEAR,
  ...BOOKS,
  ...STATE,
  ...SERVICE,
  invalid: {
    // Which fields they are, `errors` says.
    fields: () => "The command does not have the right fields",
    contact: () => "Say who applies: contact is missing.",
  },
};
