import { TerraformVariable } from "cdktf";
import {
  imageVariable,
  respond,
  TaskDefinition,
  type Container,
  type TaskDefinitionProps,
} from "../../../../modules";
import { parse, textAt, type Json } from "../../../support/json";
import { IMAGE } from "../../../support/parts";
import { codesOf, problemsOf, synthesize, type Synthesized } from "../../../support/synthesize";
import { fill } from "../../../support/template";

type Given = Partial<Container>;
const withImage = (container: Given): Container => ({ image: IMAGE, ...container });
const made = (container: Given, props: Partial<TaskDefinitionProps> = {}): Synthesized =>
  synthesize((stack) => {
    new TaskDefinition(stack, "Job", { containers: [withImage(container)], ...props });
  });
const containersIn = (stack: Synthesized, variables: Record<string, unknown> = {}): Json =>
  parse(fill(stack.only("aws_ecs_task_definition").text("container_definitions"), variables));
const codes = (...containers: [Given, ...Given[]]): string[] =>
  codesOf((stack) => {
    const [first, ...others] = containers;
    new TaskDefinition(stack, "Job", { containers: [withImage(first), ...others.map(withImage)] });
  });

describe("a task definition", () => {
  const stack = made({ cpu: 300, memoryMiB: 900 });
  const definition = stack.only("aws_ecs_task_definition");

  it("is for Fargate, on Linux and x86, of the smallest size that fits", () => {
    expect(definition.values).toMatchObject({
      family: "test-Job",
      requires_compatibilities: ["FARGATE"],
      network_mode: "awsvpc",
      cpu: "512",
      memory: "1024",
      runtime_platform: { operating_system_family: "LINUX", cpu_architecture: "X86_64" },
    });
  });

  it("runs its program without root and without writing to its root file system", () => {
    expect(containersIn(stack)).toMatchObject([
      { name: "Job", user: "1000:1000", readonlyRootFilesystem: true },
    ]);
  });

  it("has two roles: one that starts it, and one for the program that may do nothing", () => {
    const start = stack.named("aws_iam_role", "Job_ExecutionRole");
    const program = stack.named("aws_iam_role", "Job_TaskRole");
    expect(definition.at("execution_role_arn")).toBe(start.ref("arn"));
    expect(definition.at("task_role_arn")).toBe(program.ref("arn"));
    expect(stack.resources("aws_iam_role")).toHaveLength(2);
    expect(stack.only("aws_iam_role_policy").at("role")).toBe(start.ref("id"));
  });

  it("has names of roles that leave room for what the provider adds", () => {
    for (const role of stack.resources("aws_iam_role"))
      expect(role.text("name_prefix").length).toBeLessThanOrEqual(38);
  });

  it("keeps its log for 30 days in a group of its own", () => {
    expect(stack.only("aws_cloudwatch_log_group").values).toEqual({
      name: "/frontyard/test/Job",
      retention_in_days: 30,
    });
    const [container] = containersIn(stack) as [Json];
    expect(textAt(container, "logConfiguration.options.awslogs-group")).toBe("/frontyard/test/Job");
  });
});

describe("two task definitions in one stack", () => {
  it("share no family, log group or container name", () => {
    const stack = synthesize((scope) => {
      for (const id of ["One", "Two"]) new TaskDefinition(scope, id, { containers: [{ image: IMAGE }] });
    });
    const all = (type: string, path: string): unknown[] => stack.resources(type).map((each) => each.at(path));
    expect(all("aws_ecs_task_definition", "family")).toEqual(["test-One", "test-Two"]);
    expect(all("aws_cloudwatch_log_group", "name")).toEqual(["/frontyard/test/One", "/frontyard/test/Two"]);
  });
});

describe("a container", () => {
  it("can be root and can write, where that is said by name", () => {
    const stack = made({ user: "root", writableRootFilesystem: true });
    expect(containersIn(stack)).toMatchObject([{ user: "root", readonlyRootFilesystem: false }]);
  });

  it.each([
    [{ port: 80 }, "80"],
    [{ port: 1023, user: "app" }, "1023"],
    [{ port: 1024 }, undefined],
    [{ port: 80, user: "root" }, undefined],
    [{ port: 80, user: "0:0" }, undefined],
    [{}, undefined],
  ])("%j is let on its port without root by a setting: %s", (container, value) => {
    const [definition] = containersIn(made(container)) as [Record<string, Json>];
    const wanted = value && [{ namespace: "net.ipv4.ip_unprivileged_port_start", value }];
    expect(definition.systemControls).toEqual(wanted);
  });

  it("is named by its position beside the first", () => {
    const stack = synthesize((scope) => {
      new TaskDefinition(scope, "Job", {
        containers: [{ image: IMAGE }, { image: IMAGE }, { image: IMAGE }],
      });
    });
    expect(containersIn(stack)).toMatchObject([{ name: "Job" }, { name: "Sidecar1" }, { name: "Sidecar2" }]);
  });

  it.each([
    [{ port: 0 }, "FY402"],
    [{ port: NaN }, "FY402"],
    [{ cpu: 0 }, "FY416"],
    [{ cpu: 1.5 }, "FY416"],
    [{ memoryMiB: 5 }, "FY417"],
    [{ stopTimeoutSec: 1 }, "FY413"],
    [{ stopTimeoutSec: 121 }, "FY413"],
    [{ user: "" }, "FY423"],
    [{ user: "a:b:c" }, "FY423"],
    [{ user: "a b" }, "FY423"],
    [{ name: "a.b" }, "FY401"],
    [{ name: "" }, "FY401"],
    [{ name: "x".repeat(256) }, "FY401"],
    [{ image: "" }, "FY415"],
    [{ image: "https://nginx" }, "FY415"],
    [{ image: "nginx:1 " }, "FY415"],
    [{ image: 'nginx"' }, "FY415"],
    [{ environment: { "1A": "" } }, "FY414"],
    [{ environment: { "": "" } }, "FY414"],
    [{ environment: { "A-B": "" } }, "FY414"],
  ])("fails as %j", (container, code) => {
    expect(codes(container)).toEqual([code]);
  });

  it.each([
    "nginx",
    "nginx:1.27",
    "localhost:5000/a/b:c",
    `a@sha256:${"0".repeat(64)}`,
    `r.io:443/a:1@sha256:${"f".repeat(64)}`,
  ])("passes with image %s", (image) => {
    expect(codes({ image })).toEqual([]);
  });
});

describe("the containers of a task", () => {
  it("fail together: names twice, ports twice, more than ten", () => {
    expect(codes({ name: "a" }, { name: "a" })).toEqual(["FY405"]);
    expect(codes({ port: 80 }, { port: 80 })).toEqual(["FY418"]);
    expect(codes({}, ...Array.from({ length: 9 }, () => ({})))).toEqual([]);
    expect(codes({}, ...Array.from({ length: 10 }, () => ({})))).toEqual(["FY404"]);
  });

  it("fail above the largest task, and above 64 KiB", () => {
    expect(codes({ cpu: 16384 }, { cpu: 1 })).toEqual(["FY403"]);
    const problems = problemsOf((stack) => {
      new TaskDefinition(stack, "Job", {
        containers: [withImage({ environment: { A: "é".repeat(33000) } })],
      });
    });
    expect(problems.map(({ code, given }) => [code, given])).toEqual([
      ["FY406", expect.stringMatching(/^66\d{3} bytes$/)],
    ]);
  });
});

describe("an image that is set at deploy time", () => {
  const stack = synthesize((scope) => {
    const image = imageVariable(scope, "job_image", respond(8080, '{"status":"healthy"}'));
    const flag = new TerraformVariable(scope, "flag", { type: "string" }).stringValue;
    new TaskDefinition(scope, "Job", { containers: [{ image, port: 8080, environment: { FLAG: flag } }] });
  });

  it("runs the stand-in with its command as long as nobody sets it", () => {
    expect(containersIn(stack, { job_image: IMAGE, flag: "on" })).toMatchObject([
      {
        image: IMAGE,
        command: ["caddy", "respond", "--listen", ":8080", "--body", '{"status":"healthy"}'],
        environment: [{ name: "FLAG", value: "on" }],
      },
    ]);
  });

  it("runs with its own command once it is set", () => {
    const [container] = containersIn(stack, { job_image: "mine:2", flag: "" }) as [Json];
    expect(container).not.toHaveProperty("command");
    expect(container).toMatchObject({ image: "mine:2" });
  });

  it("runs with the command that was given, whatever the image", () => {
    const given = synthesize((scope) => {
      const image = imageVariable(scope, "job_image", respond(8080, "hi"));
      new TaskDefinition(scope, "Job", { containers: [{ image, command: ["mine"] }] });
    });
    for (const job_image of [IMAGE, "mine:2"])
      expect(containersIn(given, { job_image })).toMatchObject([{ command: ["mine"] }]);
  });
});
