import { isJson, jsonList, type Json } from "../../json";

const A_PAGE = 100;
const MOST_PAGES = 50;

/** Calls to a forge's API. A failure says where and why, and never with which token. */
export class Api {
  constructor(
    private readonly root: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  async send(method: "POST" | "PATCH" | "PUT" | "GET", path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.root}${path}`, {
      method,
      headers: { ...this.headers, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "error",
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${reasonIn(text)}`);
    return text === "" ? {} : JSON.parse(text);
  }

  /** Looks through a list, page by page, for the first that fits. */
  async find(path: string, fits: (item: Json) => boolean): Promise<Json | undefined> {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const glue = path.includes("?") ? "&" : "?";
      const items = jsonList(await this.send("GET", `${path}${glue}per_page=${A_PAGE}&page=${page}`));
      const found = items.find(fits);
      if (found !== undefined || items.length < A_PAGE) return found;
    }
    return undefined;
  }
}

function reasonIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    const message = isJson(answer) ? (answer["message"] ?? answer["error"]) : undefined;
    return message === undefined ? text.slice(0, 200) : JSON.stringify(message).slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}
