import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { routes, type Answer, type Call } from "./routes";
import type { StandInWorkspace } from "./workspace";

/**
 * What the Terraform CLI sees of HCP Terraform when runs happen on its own machine: discovery by the CLI's configuration,
 * organizations, workspaces, locks, state versions and their outputs. https://developer.hashicorp.com/terraform/cloud-docs/api-docs
 */
export class HcpStandIn {
  readonly workspaces = new Map<string, StandInWorkspace>();
  /** Every call, as `POST /workspaces/…`. */
  readonly calls: string[] = [];
  /** Calls that the stand-in knows no answer to. */
  readonly unknown: string[] = [];

  private constructor(
    readonly organization: string,
    readonly token: string,
    private readonly server: Server,
  ) {}

  static async start(organization: string, token: string): Promise<HcpStandIn> {
    const server = createServer();
    const standIn = new HcpStandIn(organization, token, server);
    server.on("request", (request, response) => void standIn.serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** For Terraform's configuration file: where a host's services are, in place of asking the host. */
  cliConfig(hostname: string): string {
    const api = `${this.url}/api/v2/`;
    const services = ["tfe.v2", "tfe.v2.1", "tfe.v2.2"].map((service) => `    "${service}" = "${api}"`);
    return [`host "${hostname}" {`, "  services = {", ...services, "  }", "}", ""].join("\n");
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? "/", this.url);
    const call: Call = {
      method: request.method ?? "",
      path: pathname,
      query: searchParams,
      body: Buffer.concat(chunks),
    };
    this.calls.push(`${call.method} ${call.path}`);
    const { status, body } = this.answer(call, request.headers.authorization);
    response
      .writeHead(status, { "content-type": "application/vnd.api+json", "TFP-API-Version": "2.6" })
      .end(body);
  }

  private answer(call: Call, authorization: string | undefined): Answer {
    if (call.path.startsWith("/api/") && authorization !== `Bearer ${this.token}`)
      return { status: 401, body: "{}" };
    for (const { method, path, answer } of routes) {
      const match = method === call.method ? path.exec(call.path) : undefined;
      if (match) return answer(this, call, match.slice(1));
    }
    this.unknown.push(`${call.method} ${call.path}`);
    return { status: 404, body: "{}" };
  }
}
