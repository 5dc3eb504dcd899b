// Who calls, as cheaply as Node does it: callers have the same two cores as what is measured, and `fetch` takes two to
// three times as much of them. Connections are kept.

import { Agent, request } from "node:http";

export interface Reply {
  status: number;
  text: string;
}

interface Asked {
  method?: "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

const agent = new Agent({ keepAlive: true });

/**
 * The answer of an address of http, whatever it is; rejects where nobody answers. A connection that was kept may be
 * closed by the other side just as it is used again: then it is asked on a new one, as every client of HTTP does.
 */
export function ask(url: string, asked: Asked = {}): Promise<Reply> {
  const { method, headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent, method: method ?? "GET", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (more: string) => (text += more));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asking.on("error", (error) => {
      if (asking.reusedSocket) ask(url, asked).then(resolve, reject);
      else reject(error);
    });
    asking.end(body);
  });
}
