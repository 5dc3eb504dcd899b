// Who comes to a page about money, and whose it is: a hub's people see their own; an auditor picks a hub first. What is
// taken of it as a file is noted.

import { Injectable } from "@nestjs/common";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal, Role } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { MoneyMonths } from "../../../libs/service/money/by-month.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { answerFile } from "../lists/list-file.ts";
import { filledIn } from "../look/templates.ts";
import type { AtDesk } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { moneyAt, MONEY_SEEN, whoseMoney, type Whose } from "./tabs.ts";

@Injectable()
export class MoneyDesk {
  constructor(
    private readonly desk: Desk,
    private readonly months: MoneyMonths,
    private readonly security: SecurityLog,
  ) {}

  /**
   * Who looks, and at whose money; null where it was answered already, with the hubs to pick from. @throws Problem as
   * `Desk.visitor`; Refusal `not-found` for what is no hub
   */
  async visit(
    request: ApiRequest,
    response: ApiResponse,
    asked: unknown,
    roles: readonly Role[] = MONEY_SEEN,
  ): Promise<{ visitor: AtDesk; whose: Whose } | null> {
    const visitor = await this.desk.visitor(request, response, roles);
    const { principal } = visitor.person;
    const whose = whoseMoney(principal, asked);
    if (whose !== null) return { visitor, whose: { ...whose, hub: hubCode(whose.hub) } };
    const path = request.originalUrl.split("?", 1)[0] ?? "/money";
    const hubs = (await this.months.hubs(principal)).map((hub) => ({
      words: hubInWords(hub),
      href: moneyAt(path, { hub, named: true }),
    }));
    answerPage(response, 200, "Whose money", filledIn("money/hubs.njk", { hubs }), visitor.person);
    return null;
  }

  /**
   * Gives a list out as a file, and has that noted first. `code`: by which it is noted, where not by its name; `hub`:
   * whose money it is, null: of every hub. Rejects with StoreError.
   */
  async give(
    response: ApiResponse,
    { csv, name, code = name }: { csv: string; name: string; code?: string },
    { by, hub, request: { id: request } }: { by: Principal; hub: string | null; request: ApiRequest },
  ): Promise<void> {
    await this.security.note({ what: "list-exported", by, about: hub === null ? null : `hub ${hub}`, code, request });
    answerFile(response, name, csv);
  }
}
