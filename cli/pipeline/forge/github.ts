import { readFileSync } from "node:fs";
import { isJson, readJson, type Json } from "../../json";
import { Api } from "./api";
import { COMMENT_MARK, ISSUE_MARK, needed, type Forge } from "./forge";

/** A comment has at most 65,536 characters. */
const LIMIT = 65_000;

/** Comments and issues by the job's own GITHUB_TOKEN. https://docs.github.com/en/rest/issues/comments */
export function github(env: NodeJS.ProcessEnv): Forge {
  const token = needed(env, "GITHUB_TOKEN", "give the step GITHUB_TOKEN: ${{ github.token }}");
  const repository = needed(env, "GITHUB_REPOSITORY", "GitHub sets it");
  const api = new Api(env["GITHUB_API_URL"] ?? "https://api.github.com", {
    Authorization: `Bearer ${token}`,
    Accept: "application/vnd.github+json",
    "X-GitHub-Api-Version": "2022-11-28",
  });
  const root = `/repos/${repository}/issues`;
  return {
    limit: LIMIT,
    async comment(body) {
      const comments = `${root}/${pullRequestOf(env)}/comments`;
      const own = await api.find(comments, isOurs(COMMENT_MARK));
      if (own === undefined) await api.send("POST", comments, { body });
      else await api.send("PATCH", `${root}/comments/${String(own["id"])}`, { body });
    },
    async issue(title, body) {
      const own = await api.find(`${root}?state=open`, isOurs(ISSUE_MARK));
      if (own === undefined && body !== undefined) await api.send("POST", root, { title, body });
      if (own !== undefined)
        await api.send("PATCH", `${root}/${String(own["number"])}`, body === undefined ? CLOSED : { body });
    },
  };
}

const CLOSED = { state: "closed", state_reason: "completed" };

/** People may write the mark too: only a program's words are ours to change. */
function isOurs(mark: string): (item: Json) => boolean {
  return ({ body, user }) => String(body).startsWith(mark) && isJson(user) && user["type"] === "Bot";
}

function pullRequestOf(env: NodeJS.ProcessEnv): number {
  const file = needed(env, "GITHUB_EVENT_PATH", "GitHub sets it");
  const { pull_request: request } = readJson(readFileSync(file, "utf8"));
  if (!isJson(request)) throw new Error("this run is none of a pull request: leave out --post");
  return Number(request["number"]);
}
