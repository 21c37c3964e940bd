import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Testing } from "cdktf";
import { AwsStack, Cluster, FargateService, imageVariable, Network, respond } from "../../modules";

/** What Terraform makes of the texts that it fills in: container definitions and the execution role's policy. */
interface Evaluated {
  readonly container: Record<string, unknown>;
  readonly statements: readonly { Action: string[]; Resource: string[] }[];
}

type Block = Record<string, Record<string, Record<string, string>>>;

const folder = mkdtempSync(join(tmpdir(), "frontyard-templates-"));
const terraform = (...args: string[]): string =>
  execFileSync("terraform", [`-chdir=${folder}`, ...args], {
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: undefined },
    stdio: "pipe",
  });

beforeAll(() => {
  const stack = new AwsStack(new App({ outdir: join(folder, "out") }), "templates", { region: "us-east-1" });
  const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"] });
  const image = imageVariable(stack, "app_image", respond(80, 'literal "${HOME}" and %{if}'));
  const environment = { SHELL_STYLE: "${HOME}/%{x}", QUOTED: 'a "b" \\ c\n' };
  new FargateService(stack, "App", {
    cluster: new Cluster(stack, "Cluster", { network }),
    container: { image, port: 80, environment },
  });

  const { resource, variable } = JSON.parse(Testing.synth(stack, true)) as {
    resource: Block;
    variable: unknown;
  };
  const [task] = Object.values(resource.aws_ecs_task_definition ?? {});
  const [policy] = Object.values(resource.aws_iam_role_policy ?? {});
  const output = {
    containers: { value: task?.container_definitions },
    policy: { value: policy?.policy?.replace(/\$\{aws_cloudwatch_log_group\.[^}]+\}/, "LOG") },
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ variable, output }));
  terraform("init", "-input=false");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluate(image?: string): Evaluated {
  const setting = image === undefined ? [] : [`-var=app_image=${image}`];
  terraform("apply", "-auto-approve", "-input=false", ...setting);
  const { containers, policy } = JSON.parse(terraform("output", "-json")) as Record<
    string,
    { value: string }
  >;
  const [container] = JSON.parse(containers?.value ?? "") as Record<string, unknown>[];
  return {
    container: container ?? {},
    statements: (JSON.parse(policy?.value ?? "") as { Statement: Evaluated["statements"] }).Statement,
  };
}

describe("while nobody has set an image", () => {
  const stand = (): Evaluated => evaluate();

  it("runs the stand-in by its command, literally", () => {
    const { container } = stand();
    expect(container.image).toMatch(/^public\.ecr\.aws\/docker\/library\/caddy:/);
    expect(container.command).toEqual([
      "caddy",
      "respond",
      "--listen",
      ":80",
      "--body",
      'literal "${HOME}" and %{if}',
    ]);
  });

  it("passes environment variables on as they were written", () => {
    expect(stand().container.environment).toEqual([
      { name: "QUOTED", value: 'a "b" \\ c\n' },
      { name: "SHELL_STYLE", value: "${HOME}/%{x}" },
    ]);
  });

  it("lets ECS write the log, and pull nothing from a private registry", () => {
    expect(stand().statements).toEqual([
      { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Effect: "Allow", Resource: ["LOG:*"] },
    ]);
  });
});

describe("once an image is set", () => {
  const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

  it.each([
    [
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0",
      "arn:aws:ecr:eu-west-1:123456789012:repository/team/app",
    ],
    [
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app",
      "arn:aws-cn:ecr:cn-north-1:123456789012:repository/app",
    ],
    [
      "123456789012.dkr-ecr.eu-west-1.on.aws/team/app:1.0",
      "arn:aws:ecr:eu-west-1:123456789012:repository/team/app",
    ],
    [
      "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app:1.0",
      "arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/app",
    ],
  ])("drops the stand-in's command and may pull exactly %s", (image, arn) => {
    const { container, statements } = evaluate(image);
    expect(container.image).toBe(image);
    expect(container).not.toHaveProperty("command");
    expect(statements.slice(1)).toEqual([
      { Action: ["ecr:GetAuthorizationToken"], Effect: "Allow", Resource: ["*"] },
      { Action: pull, Effect: "Allow", Resource: [arn] },
    ]);
  });

  it("gives a public image no permission to pull", () => {
    expect(evaluate("ghcr.io/example/app:1.0").statements).toHaveLength(1);
  });

  it.each(["https://ghcr.io/app", 'a"b', "two words", ""])("fails the plan on %j", (image) => {
    expect(() => evaluate(image)).toThrow(/The image must be a reference/);
  });
});
