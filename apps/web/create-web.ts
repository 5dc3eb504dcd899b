// The HTTP server, put together: for main.ts and for tests.

import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import { SwaggerModule, type OpenAPIObject } from "@nestjs/swagger";
import { identify, requireCaller } from "../api/access/authenticate.ts";
import { showDemonstration } from "../console/demonstration.ts";
import { assets, serveAssets } from "../console/look/assets.ts";
import { identifyVisitor, Sessions } from "../console/session.ts";
import { frontDoor } from "../../libs/http/front-door.ts";
import { VERSION } from "../../libs/config/version.ts";
import { KnownQuery } from "../../libs/http/query.ts";
import { limitRates } from "../../libs/http/rate-limit.ts";
import { RolesGuard } from "../../libs/http/roles.guard.ts";
import { TokenVerifier } from "../api/access/token-verifier.ts";
import type { WebSettings } from "../../libs/http/web-settings.ts";
import { SecurityLog } from "../../libs/service/access/security-log.ts";
import { isForm } from "../../libs/http/forms.ts";
import { NestLogger } from "../../libs/http/nest-log.ts";
import { demonstrationDay } from "../../libs/http/demonstration-day.ts";
import type { ApiRequest } from "../../libs/http/request.ts";
import { requestContext } from "../../libs/http/request-context.ts";
import { ShapePipe } from "../../libs/http/shape.pipe.ts";
import { securityHeaders } from "../../libs/http/security-headers.ts";
import { soundAddress } from "../../libs/http/sound-address.ts";
import { soundBodies } from "../../libs/http/sound-body.ts";
import { mustBeUtf8 } from "../../libs/http/utf8.ts";
import { openApiDocument } from "../api/openapi/document.ts";
import { ApiModule } from "../api/api.module.ts";
import { controllersOf, declaredBy, routesOf } from "../api/routes.ts";
import { ErrorFilter } from "./error.filter.ts";
import type { WebMetrics } from "./metrics.ts";
import { WebModule } from "./web.module.ts";

const MOST_BODY = "100kb";
const JSON_BODIES = { limit: MOST_BODY, type: ["application/json", "application/*+json"], verify: mustBeUtf8 };

/**
 * API and console, ready to listen. They wait for neither PostgreSQL nor Temporal: what needs them answers 503 until
 * they are there. `metrics`: hears of every request, and shows how the service stands.
 */
export async function createWeb(settings: WebSettings, metrics?: WebMetrics): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(WebModule.with(settings), {
    logger: new NestLogger(),
    bodyParser: false,
    abortOnError: false,
  });
  // Now, so that nobody's first page waits for it.
  assets();
  // Whose word on where a request comes from is believed; nobody's, where none are named.
  if (settings.trustedProxies.length > 0) app.set("trust proxy", [...settings.trustedProxies]);
  app.disable("x-powered-by").set("etag", false).set("query parser", "simple");
  showDemonstration(settings.demonstration === true ? settings.clock : null);
  const verifier = new TokenVerifier(settings.signIn.issuer, settings.dfeOrganisations);
  if (metrics !== undefined) {
    metrics.standIn(app, settings.clock);
    app.use(metrics.around);
  }
  app.use(
    requestContext,
    securityHeaders(settings.publicUrl),
    demonstrationDay(settings),
    frontDoor(settings.publicUrl),
    serveAssets,
    announce(settings.notice ?? null),
    identify(verifier),
    identifyVisitor(app.get(Sessions, { strict: false })),
    limitRates(settings.rateLimits),
    requireCaller,
    soundAddress,
  );
  app.useBodyParser("json", JSON_BODIES);
  // Forms are the console's alone: the API takes JSON.
  app.useBodyParser("urlencoded", { limit: MOST_BODY, extended: false, type: isForm });
  app.use(soundBodies);
  app.useGlobalFilters(new ErrorFilter(app.get(SecurityLog, { strict: false })));
  app.useGlobalPipes(new ShapePipe());
  app.useGlobalGuards(new RolesGuard());
  // Built from the routes themselves; @nestjs/swagger serves it, and the pages to read and try it.
  const routes = routesOf(controllersOf(ApiModule));
  app.useGlobalInterceptors(new KnownQuery(declaredBy(routes)));
  const document = openApiDocument(routes, VERSION) as OpenAPIObject;
  SwaggerModule.setup("api/docs", app, document, {
    jsonDocumentUrl: "api/openapi.json",
    raw: ["json"],
    customSiteTitle: "School Journeys API",
  });
  return app;
}

/** Express middleware: what an operator wants everybody to read, at hand for whoever answers with a page. */
function announce(notice: string | null) {
  return (request: ApiRequest, _response: unknown, next: () => void): void => {
    request.notice = notice;
    next();
  };
}
