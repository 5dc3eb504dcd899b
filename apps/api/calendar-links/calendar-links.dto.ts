// What is answered of links for calendar programs.

import { LINK_SEES } from "../../../libs/service/ahead/calendar-links.ts";
import { ListOf, Moment, Named, Nothing, Text, Word } from "../../../libs/service/shape/field.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

@Named("CalendarLink")
export class LinkAnswer extends MayBePreview {
  @Text({ example: "7d1f9c52-3f0c-4f1e-9a0b-2b8f6f6f2d11" }) id: string;
  @Word(["journey", "work-group", "hub"], { example: "hub" }) kind: string;
  @Text({ says: "Its id, or the code of the hub", example: "great-north" }) of: string;
  @Word(LINK_SEES, { says: "How much its maker sees, and so whoever has its address", example: "hub" }) sees: string;
  @Text({ says: "An opaque id", example: "hub-lead.great-north" }) madeBy: string;
  @Moment({ example: "2020-09-01T08:00:00Z" }) madeAt: string;
  @Moment({ says: "From then on it shows nothing", example: "2021-09-01T22:59:59Z" }) expiresAt: string;
  @Moment({ orNull: true, example: null }) revokedAt: string | null;
}

@Named("CalendarLinkMade")
export class LinkMadeAnswer extends LinkAnswer {
  @Text({
    says: "Shown this once",
    example: "https://journeys.example.org/calendars/q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL.ics",
  })
  url: string;
}

@Named("CalendarLinkPage")
export class LinkPageAnswer {
  @ListOf(LinkAnswer) items: LinkAnswer[];
  @Nothing() next: null;
}
