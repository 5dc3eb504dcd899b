// The embedded sign-in: an OpenID provider on 127.0.0.1, where one clicks on whom one wants to be. Started by `npm
// start`.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { errors, type default as Provider } from "oidc-provider";
import { issuerAt } from "./issuer.ts";
import { loginPage, policyOf } from "./pages.ts";
import { memoryAdapter } from "./memory-adapter.ts";
import { makeProvider, type ConsoleClient, type Kept } from "./provider.ts";
import { readOrMakeSecrets, type SignInSecrets } from "./secrets.ts";
import { SIGN_INS, type SignIn } from "./sign-ins.ts";

export interface RunningSignIn {
  issuer: string;
  secrets: SignInSecrets;
  stop(): Promise<void>;
}

const MOST_BODY = 10_000;
const INTERACTION = /^\/interaction\/([\w-]{1,64})$/u;

/** `folder`: where its keys are kept. `kept`: who may sign in, else the made-up people of a clone. */
export interface SignInOptions {
  folder: string;
  port: number;
  client: ConsoleClient;
  kept?: Kept;
}

/** Starts it. */
export async function startSignIn({
  folder,
  port,
  client,
  kept = { people: SIGN_INS, memory: memoryAdapter(), refreshes: true },
}: SignInOptions): Promise<RunningSignIn> {
  const issuer = issuerAt(port);
  const secrets = await readOrMakeSecrets(folder);
  const provider = makeProvider(issuer, secrets, client, kept);
  const rest = provider.callback();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // What goes wrong here is an interaction that is over, or a request nobody's browser sends.
      if (!response.headersSent) response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" });
      response.end(`This sign-in is over. Begin again at ${client.url}/.`);
    });
  });
  await listening(server, port);
  return {
    issuer,
    secrets,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A name that was made to point here, and a page of another site, are turned away.
    const { host, origin } = request.headers;
    if (host !== new URL(issuer).host || (origin !== undefined && origin !== issuer && origin !== client.url)) {
      response.writeHead(403).end();
      return;
    }
    const uid = INTERACTION.exec(request.url ?? "")?.[1];
    if (uid !== undefined)
      await interact(provider, uid, request, response, { consoleUrl: client.url, people: kept.people });
    else if (request.url === "/") response.writeHead(303, { Location: client.url }).end();
    else await rest(request, response);
  }
}

async function interact(
  provider: Provider,
  uid: string,
  request: IncomingMessage,
  response: ServerResponse,
  { consoleUrl, people }: { consoleUrl: string; people: readonly SignIn[] },
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (details.uid !== uid) throw new errors.SessionNotFound("another interaction");
  if (request.method !== "POST") {
    response
      .writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": policyOf(consoleUrl),
      })
      .end(loginPage(uid, people));
    return;
  }
  const who = new URLSearchParams(await bodyOf(request)).get("who");
  const chosen = people.find(({ principal }) => principal.who === who);
  if (!chosen) throw new Error("nobody of that id");
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: chosen.principal.who } },
    { mergeWithLastSubmission: false },
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += String(chunk);
    if (body.length > MOST_BODY) throw new Error("too long");
  }
  return body;
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
