import type { Forge } from "./forge";
import { github } from "./github";
import { gitlab } from "./gitlab";

export { COMMENT_MARK, ISSUE_MARK, type Forge } from "./forge";

/** The forge whose job this is. */
export function forgeOf(env: NodeJS.ProcessEnv): Forge {
  if (env["GITHUB_ACTIONS"] === "true") return github(env);
  if (env["GITLAB_CI"] === "true") return gitlab(env);
  throw new Error(
    "--post works in GitHub Actions and GitLab CI: neither GITHUB_ACTIONS nor GITLAB_CI is true",
  );
}
