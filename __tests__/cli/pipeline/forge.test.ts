import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMENT_MARK, forgeOf, ISSUE_MARK } from "../../../cli/pipeline/forge";
import { ForgeStandIn } from "../../support/forge/stand-in";

const TOKEN = "a-token-of-a-job";
const folder = mkdtempSync(join(tmpdir(), "frontyard-forge-"));
const event = join(folder, "event.json");
writeFileSync(event, JSON.stringify({ pull_request: { number: 7 } }));
afterAll(() => rmSync(folder, { recursive: true }));

let standIn: ForgeStandIn;
beforeEach(async () => {
  standIn = await ForgeStandIn.start(TOKEN);
});
afterEach(() => standIn.close());

const environments = {
  GitHub: (): NodeJS.ProcessEnv => ({
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: standIn.url,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_EVENT_PATH: event,
    GITHUB_TOKEN: TOKEN,
  }),
  GitLab: (): NodeJS.ProcessEnv => ({
    GITLAB_CI: "true",
    CI_API_V4_URL: standIn.url,
    CI_PROJECT_ID: "5",
    CI_MERGE_REQUEST_IID: "7",
    GITLAB_TOKEN: TOKEN,
  }),
};

describe.each(["GitHub", "GitLab"] as const)("on %s", (name) => {
  const forge = () => forgeOf(environments[name]());

  it("a comment is written once, and changed after that", async () => {
    await forge().comment(`${COMMENT_MARK}\none`);
    await forge().comment(`${COMMENT_MARK}\ntwo`);
    expect(standIn.comments.map(({ body }) => body)).toEqual([`${COMMENT_MARK}\ntwo`]);
  });

  it("it is found among hundreds, and what people wrote stays", async () => {
    for (let at = 0; at < 150; at += 1) standIn.add(standIn.comments, `comment ${at}`, "person");
    const forged = standIn.add(standIn.comments, `${COMMENT_MARK}\nI am the plan`, "person");
    const own = standIn.add(standIn.comments, `${COMMENT_MARK}\none`, "program");
    await forge().comment(`${COMMENT_MARK}\ntwo`);
    expect(standIn.comments).toHaveLength(152);
    expect([own.body, forged.body]).toEqual([`${COMMENT_MARK}\ntwo`, `${COMMENT_MARK}\nI am the plan`]);
  });

  it("an issue is opened once, changed, closed when there is nothing more to say, and opened anew", async () => {
    await forge().issue("Drift", undefined);
    expect(standIn.issues).toEqual([]);
    await forge().issue("Drift", `${ISSUE_MARK}\none`);
    await forge().issue("Drift", `${ISSUE_MARK}\ntwo`);
    expect(standIn.issues).toMatchObject([{ title: "Drift", body: `${ISSUE_MARK}\ntwo`, open: true }]);
    await forge().issue("Drift", undefined);
    expect(standIn.issues).toMatchObject([{ open: false }]);
    await forge().issue("Drift", `${ISSUE_MARK}\nthree`);
    expect(standIn.issues).toMatchObject([{ open: false }, { open: true }]);
  });

  it("a refusal says where and why, and not with which token", async () => {
    const variable = name === "GitHub" ? "GITHUB_TOKEN" : "GITLAB_TOKEN";
    const wrong = forgeOf({ ...environments[name](), [variable]: "another-token" });
    const problem = await wrong.comment("x").catch((error: Error) => error.message);
    expect(problem).toMatch(/^GET \/\S+ was answered 401: "Bad credentials"$/);
    expect(problem).not.toContain("another-token");
  });

  it("what is missing is named, with what to do", async () => {
    const variable = name === "GitHub" ? "GITHUB_TOKEN" : "GITLAB_TOKEN";
    expect(() => forgeOf({ ...environments[name](), [variable]: "" })).toThrow(`${variable} is not set: `);
    writeFileSync(join(folder, "push.json"), "{}");
    const outside = { GITHUB_EVENT_PATH: join(folder, "push.json"), CI_MERGE_REQUEST_IID: "" };
    await expect(forgeOf({ ...environments[name](), ...outside }).comment("x")).rejects.toThrow(
      "leave out --post",
    );
  });
});

it("elsewhere nothing is posted", () => {
  expect(() => forgeOf({})).toThrow("--post works in GitHub Actions and GitLab CI");
});
