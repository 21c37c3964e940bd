import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One call of the AWS API on its way. */
export interface Call {
  /** Its place among all calls since the gate was told what to do, from 1. */
  readonly number: number;
  /** `CreateSubnet`, or method and path. */
  readonly action: string;
  readonly isChange: boolean;
}

/** Decides on a call: `refuse` answers 403, `stop` lets it pass, and no change after it. */
export type Guard = (call: Call) => "pass" | "refuse" | "stop";

const READS = /^(Describe|Get|List|Head|Lookup|Batch)|^(GET|HEAD) /;

/**
 * Stands before the emulator, counts calls, refuses them and shuts. Changes pass one after the other, and once it is shut
 * none does: an apply is stopped between two changes. One that is stopped within a change can leave a thing that nobody
 * knows of, which no second apply sets right (docs/state.md).
 */
export class Gate {
  private guard: Guard = () => "pass";
  private onStop: () => void = () => undefined;
  private count = 0;
  private isShut = false;
  private before: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(upstream: string): Promise<Gate> {
    const server = createServer((incoming, outgoing) => void gate.admit(incoming, outgoing, upstream));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const gate = new Gate(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return gate;
  }

  /** Opens, and asks the guard from now on. */
  watch(guard: Guard = () => "pass", onStop: () => void = () => undefined): void {
    this.guard = guard;
    this.onStop = onStop;
    this.count = 0;
    this.isShut = false;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async admit(incoming: IncomingMessage, outgoing: ServerResponse, upstream: string): Promise<void> {
    const body = await readAll(incoming).catch(() => undefined);
    if (body === undefined) return;
    outgoing.on("error", () => undefined);
    const pass = (): Promise<void> => this.pass(incoming, outgoing, { body, upstream });
    if (READS.test(actionOf(incoming, body))) return pass();
    this.before = this.before.then(pass);
    await this.before;
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse, to: Way): Promise<void> {
    const action = actionOf(incoming, to.body);
    const isChange = !READS.test(action);
    if (isChange && this.isShut) {
      outgoing.destroy();
      return;
    }
    this.count += 1;
    const verdict = this.guard({ number: this.count, action, isChange });
    if (verdict === "refuse") {
      refuse(incoming, outgoing);
      return;
    }
    await forward(incoming, outgoing, to);
    if (verdict !== "stop") return;
    this.isShut = true;
    this.onStop();
  }
}

interface Way {
  readonly body: Buffer;
  readonly upstream: string;
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Done once the answer has been written. */
function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { body, upstream }: Way,
): Promise<void> {
  const { method, url = "/", headers } = incoming;
  return new Promise((resolve) => {
    const giveUp = (): void => {
      outgoing.destroy();
      resolve();
    };
    const onward = request(`${upstream}${url}`, { method, headers }, (reply) => {
      readAll(reply).then((content) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        outgoing.end(content, () => resolve());
        outgoing.once("close", () => resolve());
      }, giveUp);
    });
    onward.on("error", giveUp);
    onward.end(body);
  });
}

function actionOf({ headers, method = "GET", url = "/" }: IncomingMessage, body: Buffer): string {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return target.split(".").at(-1) ?? target;
  return /(?:^|&)Action=(\w+)/.exec(body.toString())?.[1] ?? `${method} ${url}`;
}

function refuse({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  const message = "not authorized to perform this action";
  const isJson = headers["x-amz-target"] !== undefined;
  const isEc2 = /\/ec2\//.test(headers.authorization ?? "");
  const error = `<Error><Code>${isEc2 ? "UnauthorizedOperation" : "AccessDenied"}</Code><Message>${message}</Message></Error>`;
  const xml = isEc2
    ? `<Response><Errors>${error}</Errors></Response>`
    : `<ErrorResponse>${error}</ErrorResponse>`;
  outgoing.writeHead(403, { "content-type": isJson ? "application/x-amz-json-1.1" : "text/xml" });
  outgoing.end(isJson ? JSON.stringify({ __type: "AccessDeniedException", message }) : xml);
}
