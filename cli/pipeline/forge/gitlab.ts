import { isJson, type Json } from "../../json";
import { Api } from "./api";
import { COMMENT_MARK, ISSUE_MARK, needed, type Forge } from "./forge";

/** A note and the text of an issue have at most 1,000,000 characters; nobody reads as many. */
const LIMIT = 200_000;

const TOKEN = "make a project access token (role Reporter, scope api) and store it as the masked variable";

/** Notes and issues by a token of the project. https://docs.gitlab.com/api/notes/#merge-requests */
export function gitlab(env: NodeJS.ProcessEnv): Forge {
  const api = new Api(needed(env, "CI_API_V4_URL", "GitLab sets it"), {
    "PRIVATE-TOKEN": needed(env, "GITLAB_TOKEN", `${TOKEN} GITLAB_TOKEN`),
  });
  const project = `/projects/${needed(env, "CI_PROJECT_ID", "GitLab sets it")}`;
  return {
    limit: LIMIT,
    async comment(body) {
      const request = needed(
        env,
        "CI_MERGE_REQUEST_IID",
        "this job is none of a merge request: leave out --post",
      );
      const notes = `${project}/merge_requests/${request}/notes`;
      const own = await api.find(notes, isOurs(await myId(api), "body", COMMENT_MARK));
      if (own === undefined) await api.send("POST", notes, { body });
      else await api.send("PUT", `${notes}/${String(own["id"])}`, { body });
    },
    async issue(title, body) {
      const issues = `${project}/issues`;
      const own = await api.find(
        `${issues}?state=opened`,
        isOurs(await myId(api), "description", ISSUE_MARK),
      );
      if (own === undefined && body !== undefined)
        await api.send("POST", issues, { title, description: body });
      if (own !== undefined)
        await api.send(
          "PUT",
          `${issues}/${String(own["iid"])}`,
          body === undefined ? { state_event: "close" } : { description: body },
        );
    },
  };
}

async function myId(api: Api): Promise<unknown> {
  const user = await api.send("GET", "/user");
  return isJson(user) ? user["id"] : undefined;
}

function isOurs(id: unknown, field: "body" | "description", mark: string): (item: Json) => boolean {
  return ({ [field]: text, author }) =>
    String(text).startsWith(mark) && isJson(author) && author["id"] === id;
}
