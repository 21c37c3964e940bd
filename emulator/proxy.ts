import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Aliases } from "./aliases";
import { GapFiller } from "./gap-filler";
import { without } from "../cli/json";

const XML = { "content-type": "text/xml" };

export interface ProxySettings {
  /** Where moto listens. */
  readonly upstream: string;
  /** @default a new one */
  readonly filler?: GapFiller;
  /** @default none */
  readonly aliases?: Aliases;
  /** Takes a request that is for the rehearsal and not for AWS; the status to answer, nothing if it is for AWS. */
  readonly control?: (incoming: IncomingMessage, body: string) => number | undefined;
}

export interface Proxy {
  readonly url: string;
  readonly server: Server;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** Listens on a free loopback port and passes everything to moto, filling the gaps on the way. */
export function startProxy({
  upstream,
  filler = new GapFiller(),
  aliases = new Aliases(),
  control,
}: ProxySettings): Promise<Proxy> {
  const server = createServer((incoming, outgoing) => {
    readAll(incoming)
      .then(async (body) => {
        const status = control?.(incoming, body.toString());
        send(
          outgoing,
          status === undefined
            ? await translated({ incoming, body, upstream, filler }, aliases)
            : plain(status, "{}"),
        );
      })
      .catch((problem: unknown) => send(outgoing, plain(502, `rehearsal proxy: ${String(problem)}`)));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

interface Call {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly upstream: string;
  readonly filler: GapFiller;
}

/** Byte by byte: what is no text passes unharmed. */
async function translated(call: Call, aliases: Aliases): Promise<Reply> {
  const { incoming } = call;
  incoming.url = aliases.inward(incoming.url ?? "/");
  const body = Buffer.from(aliases.inward(call.body.toString("latin1")), "latin1");
  const reply = await answer({ ...call, body });
  return { ...reply, body: Buffer.from(aliases.outward(reply.body.toString("latin1")), "latin1") };
}

async function answer({ incoming, body, upstream, filler }: Call): Promise<Reply> {
  const question = {
    target: String(incoming.headers["x-amz-target"] ?? ""),
    contentType: incoming.headers["content-type"] ?? "",
    body: body.toString(),
  };
  const own = filler.ownAnswer(question);
  if (own !== undefined) return plain(200, own);
  const { method = "GET", url = "/" } = incoming;
  const rest = filler.restAnswer({ method, url, body: question.body });
  if (rest !== undefined) return plain(rest.status, rest.body);
  const refused = filler.refusal(question);
  if (refused !== undefined) return { status: 400, headers: XML, body: Buffer.from(refused) };
  const asked = filler.reworded(question);
  const reply = await forward(incoming, asked === question.body ? body : Buffer.from(asked), upstream);
  if (reply.status !== 200) return reply;
  const text = reply.body.toString();
  const amended = filler.amend(question, text);
  return amended === text ? reply : { ...reply, body: Buffer.from(amended) };
}

function forward(incoming: IncomingMessage, body: Buffer, upstream: string): Promise<Reply> {
  const { method, url = "/" } = incoming;
  const hasLength = "content-length" in incoming.headers;
  const headers = { ...incoming.headers, ...(hasLength ? { "content-length": String(body.length) } : {}) };
  return new Promise((resolve, reject) => {
    const passed = request(`${upstream}${url}`, { method, headers }, (reply) => {
      readAll(reply).then(
        (content) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: content }),
        reject,
      );
    });
    passed.once("error", reject);
    passed.end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function plain(status: number, text: string): Reply {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: Buffer.from(text) };
}

function send(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  const length = outgoing.req.method === "HEAD" ? headers["content-length"] : String(body.length);
  const kept = without(headers, "transfer-encoding", "connection") as IncomingMessage["headers"];
  outgoing.writeHead(status, length === undefined ? kept : { ...kept, "content-length": length });
  outgoing.end(body);
}
