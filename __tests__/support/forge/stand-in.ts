import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Entry {
  readonly id: number;
  body: string;
  open: boolean;
  readonly title: string;
  readonly author: "program" | "person";
}

const MANY = 100;

/** A stand-in for the APIs of GitHub and GitLab: comments on request 7, and issues, with what their answers hold of use. */
export class ForgeStandIn {
  readonly comments: Entry[] = [];
  readonly issues: Entry[] = [];
  readonly calls: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(token: string): Promise<ForgeStandIn> {
    const server = createServer();
    const forge = new ForgeStandIn(server);
    server.on("request", (request, response) => {
      void textOf(request).then((text) => {
        const known = [`Bearer ${token}`, token];
        const given = request.headers.authorization ?? request.headers["private-token"];
        const answer = known.includes(String(given)) ? forge.answer(request, text) : undefined;
        const [status, body] = answer ?? [401, { message: "Bad credentials" }];
        response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return forge;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  add(entries: Entry[], body: string, author: Entry["author"], title = ""): Entry {
    const entry: Entry = {
      id: 1000 + this.comments.length + this.issues.length,
      body,
      open: true,
      title,
      author,
    };
    entries.push(entry);
    return entry;
  }

  private answer({ method = "", url = "" }: IncomingMessage, text: string): [number, unknown] {
    const { pathname, searchParams } = new URL(url, "http://forge");
    this.calls.push(`${method} ${pathname}`);
    const given = (text === "" ? {} : JSON.parse(text)) as Record<string, string>;
    if (pathname === "/user") return [200, { id: 1 }];
    const place = [
      {
        entries: this.comments,
        list: /^\/repos\/acme\/shop\/issues\/7\/comments$|^\/projects\/5\/merge_requests\/7\/notes$/,
      },
      { entries: this.issues, list: /^\/repos\/acme\/shop\/issues$|^\/projects\/5\/issues$/ },
    ].find(({ list }) => list.test(pathname));
    if (place !== undefined && method === "POST") {
      const made = this.add(
        place.entries,
        given["body"] ?? given["description"] ?? "",
        "program",
        given["title"],
      );
      return [201, written(made)];
    }
    if (place !== undefined) {
      const page = Number(searchParams.get("page"));
      const wanted = place.entries.filter(({ open }) => open);
      return [200, wanted.slice((page - 1) * MANY, page * MANY).map(written)];
    }
    const entry = [...this.comments, ...this.issues].find(({ id }) => pathname.endsWith(`/${id}`));
    if (entry === undefined) return [404, { message: "Not Found" }];
    entry.body = given["body"] ?? given["description"] ?? entry.body;
    if (given["state"] === "closed" || given["state_event"] === "close") entry.open = false;
    return [200, written(entry)];
  }
}

function written({ id, body, author, title }: Entry): object {
  const user =
    author === "program" ? { type: "Bot", login: "github-actions[bot]" } : { type: "User", login: "me" };
  return {
    id,
    number: id,
    iid: id,
    body,
    description: body,
    title,
    user,
    author: { id: author === "program" ? 1 : 2 },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
