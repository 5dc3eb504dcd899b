// GET /money/proof/{journey}/{year} and /money/runs/{id}/proof: what proves a grant, or payments of a run drawn by a
// word, as a file. `as=csv`: for a spreadsheet.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { MOST_DRAWN, PROOF_ROLES, Proofs, SEED } from "../../../libs/service/money/proofs.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { Desk } from "../desk.ts";
import { allInWords } from "../../../libs/words/naming.ts";
import { grantProof, proofFile, proofRows, runProof, type ProofsView } from "./proof-page.ts";

type Query = Readonly<Record<string, unknown>>;
const A_FEW = 5;

@Controller("money")
export class ProofPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly proofs: Proofs,
    private readonly settings: WebSettings,
    private readonly security: SecurityLog,
  ) {}

  @Get("proof/:journey/:year")
  @Visitors()
  async grant(
    @Param("journey") journey: string,
    @Param("year") year: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, PROOF_ROLES.read);
    const proof = await this.proofs.ofGrant(person.principal, journey, year, allInWords(called));
    await this.noteTaken(person.principal, `journey ${journey}`, request);
    send(response, grantProof(proof, this.now()), `grant-${journey}-${year}`, query);
  }

  @Get("runs/:id/proof")
  @Visitors()
  async run(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, PROOF_ROLES.read);
    const proof = await this.proofs.ofRun(person.principal, id, drawnIn(query), allInWords(called));
    await this.noteTaken(person.principal, `payment-run ${id}`, request);
    send(response, runProof(proof, this.now()), `run-${id}`, query);
  }

  private async noteTaken(by: Principal, about: string, { id: request }: ApiRequest): Promise<void> {
    await this.security.note({ what: "proof-exported", by, about, request });
  }

  private now = () => instantFromMs(this.settings.clock());
}

/** How many, and by which word. @throws Refusal `invalid` */
function drawnIn({ most = String(A_FEW), seed = "audit" }: Query): { seed: string; most: number } {
  const wrong = [
    ...(typeof seed === "string" && SEED.test(seed)
      ? []
      : [{ pointer: "/seed", detail: "Enter a word to draw by: letters, digits and dashes." }]),
    ...(typeof most === "string" && /^[1-9]\d?$/u.test(most) && Number(most) <= MOST_DRAWN
      ? []
      : [{ pointer: "/most", detail: `Enter how many payments, from 1 to ${MOST_DRAWN}.` }]),
  ];
  if (wrong.length > 0) throw new Refusal("invalid", wrong.map(({ detail }) => detail).join(" "), { errors: wrong });
  return { seed: String(seed), most: Number(most) };
}

function send(response: ApiResponse, view: ProofsView, name: string, { as }: Query): void {
  const [kind, type, text] =
    as === "csv" ? ["csv", "text/csv", proofRows(view)] : ["html", "text/html", proofFile(view)];
  response
    .writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="proof-${name}.${kind}"`,
    })
    .end(text);
}
