import { ValidateBy } from "class-validator";
import { isLocalDate, type LocalDate } from "../../../libs/calendar/dates.ts";

/** A day that exists, written 2026-11-22. */
const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: "isDay",
    validator: {
      validate: (value: unknown) => typeof value === "string" && isLocalDate(value),
      defaultMessage: (found) => `${found?.property ?? "It"} is a date such as 2026-11-22.`,
    },
  });

export class WindowBody {
  @IsDay()
  opensOn: LocalDate;

  @IsDay()
  closesOn: LocalDate;
}
