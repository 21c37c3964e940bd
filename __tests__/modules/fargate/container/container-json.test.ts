import fc from "fast-check";
import { containerJson, type ContainerSpec } from "../../../../modules/fargate/container/container-json";
import { parse, type Json } from "../../../support/json";
import { fill } from "../../../support/template";

const PLAIN: ContainerSpec = {
  name: "app",
  image: "nginx:1.27",
  command: [],
  cpu: 0,
  memoryMiB: undefined,
  environment: {},
  user: "1000:1000",
  readonlyRootFilesystem: true,
  stopTimeoutSec: 60,
  port: undefined,
  portName: undefined,
  unprivilegedPortStart: undefined,
  log: { group: "/logs", region: "us-east-1" },
};
const FULL: ContainerSpec = {
  ...PLAIN,
  command: ["serve", "--verbose"],
  cpu: 128,
  memoryMiB: 256,
  environment: { ZED: "z", ALPHA: "a" },
  port: 80,
  portName: "web",
  unprivilegedPortStart: 80,
};

/** What ECS would be given: templates filled in, JSON read. */
const given = (spec: ContainerSpec, variables: Record<string, unknown> = {}): Json =>
  parse(fill(containerJson([spec]), variables));
const hasEmpty = (value: Json): boolean =>
  value === null ||
  (typeof value === "object" &&
    (Object.keys(value).length === 0 || Object.values(value).some((child: Json) => hasEmpty(child))));

describe("the JSON of a container", () => {
  it("holds everything there is, in the order that ECS gives it back", () => {
    expect(containerJson([FULL])).toBe(
      '[{"command":["serve","--verbose"],"cpu":128,' +
        '"environment":[{"name":"ALPHA","value":"a"},{"name":"ZED","value":"z"}],"essential":true,' +
        '"image":"nginx:1.27","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/logs",' +
        '"awslogs-region":"us-east-1","awslogs-stream-prefix":"app"}},"memory":256,"name":"app",' +
        '"portMappings":[{"containerPort":80,"hostPort":80,"name":"web","protocol":"tcp"}],' +
        '"readonlyRootFilesystem":true,"stopTimeout":60,' +
        '"systemControls":[{"namespace":"net.ipv4.ip_unprivileged_port_start","value":"80"}],"user":"1000:1000"}]',
    );
  });

  it("holds nothing empty and nothing null, which ECS would drop and every plan would show", () => {
    expect(hasEmpty(given(PLAIN))).toBe(false);
    expect(Object.keys((given(PLAIN) as [Record<string, Json>])[0])).toEqual([
      "cpu",
      "essential",
      "image",
      "logConfiguration",
      "name",
      "readonlyRootFilesystem",
      "stopTimeout",
      "user",
    ]);
  });

  it("has its keys in order at every depth", () => {
    const inOrder = (value: Json): boolean =>
      typeof value !== "object" ||
      value === null ||
      ((Array.isArray(value) || Object.keys(value).join() === Object.keys(value).sort().join()) &&
        Object.values(value).every((child: Json) => inOrder(child)));
    expect(inOrder(given(FULL))).toBe(true);
  });

  it("does not depend on the order in which variables are named", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z_]{1,8}$/), { maxLength: 8 });
    fc.assert(
      fc.property(names, (list) => {
        const spec = (order: string[]): ContainerSpec => ({
          ...PLAIN,
          environment: Object.fromEntries(order.map((name) => [name, name])),
        });
        expect(containerJson([spec(list)])).toBe(containerJson([spec([...list].reverse())]));
      }),
    );
  });

  it("gives any text back as it was, once Terraform has filled the template in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, word) => {
        const spec = { ...PLAIN, command: [text, word], environment: { TEXT: text } };
        expect(given(spec)).toMatchObject([
          { command: [text, word], environment: [{ name: "TEXT", value: text }] },
        ]);
      }),
    );
  });

  it.each(["${HOME}", "%{ if true }", '"quoted"', "back\\slash", "line\nbreak", "}{", "\u2028"])(
    "gives %j back as it was",
    (text) => {
      expect(given({ ...PLAIN, command: [text] })).toMatchObject([{ command: [text] }]);
    },
  );

  it("writes Terraform's own signs twice, so that it reads them as text", () => {
    expect(containerJson([{ ...PLAIN, command: ["${HOME}", "%{x}"] }])).toContain('["$${HOME}","%%{x}"]');
  });
});

describe("what is not known before the apply", () => {
  it("stands in the JSON as an expression that yields JSON", () => {
    const spec: ContainerSpec = {
      ...FULL,
      name: { expression: "var.name" },
      image: { expression: "var.image" },
      command: ["run", { expression: "var.word" }],
      cpu: { expression: "tonumber(var.cpu)" },
      environment: { A: { expression: "var.word" } },
      port: { expression: "var.port" },
      portName: { expression: "var.name" },
    };
    const word = 'say "hi" to ${you}';
    expect(given(spec, { name: "n", image: "a:1", word, cpu: "64", port: 8080 })).toMatchObject([
      {
        name: "n",
        image: "a:1",
        command: ["run", word],
        cpu: 64,
        environment: [{ name: "A", value: word }],
        logConfiguration: { options: { "awslogs-stream-prefix": "n" } },
        portMappings: [{ containerPort: 8080, hostPort: 8080, name: "n", protocol: "tcp" }],
      },
    ]);
  });

  it("may be the command as a whole", () => {
    const spec: ContainerSpec = { ...PLAIN, command: { expression: "var.words" } };
    expect(given(spec, { words: ["a", "b c"] })).toMatchObject([{ command: ["a", "b c"] }]);
  });
});

describe("a command that applies to a stand-in image alone", () => {
  const command = ["serve", '{"status":"healthy"}', "${x} %{y} \\ é"];
  const spec: ContainerSpec = {
    ...PLAIN,
    image: { expression: "var.image" },
    conditionalCommand: {
      condition: 'var.image == "stand-in:1"',
      command: [...command, { expression: "var.url" }],
    },
  };

  it("is there while the stand-in runs", () => {
    expect(given(spec, { image: "stand-in:1", url: "http://b:1" })).toMatchObject([
      { command: [...command, "http://b:1"], image: "stand-in:1" },
    ]);
  });

  it("is gone, not empty, as soon as another image is set", () => {
    const [container] = given(spec, { image: "mine:2", url: "" }) as [Record<string, Json>];
    expect(container).not.toHaveProperty("command");
    expect(container.image).toBe("mine:2");
  });

  it("comes first, where ECS gives a command back", () => {
    expect(fill(containerJson([spec]), { image: "stand-in:1", url: "u" })).toMatch(
      /^\[\{"command":\["serve"/,
    );
  });
});

describe("a container with everything there is", () => {
  const spec: ContainerSpec = {
    ...FULL,
    entryPoint: ["tini", "--"],
    workingDirectory: "/app",
    secrets: { ZED: "arn:z", ALPHA: "arn:a" },
    essential: false,
    dependsOn: { Zebra: "START", Ape: "HEALTHY" },
    healthCheck: {
      ...{ command: ["CMD", "true"], intervalSec: 30, timeoutSec: 5, retries: 3 },
      startPeriodSec: undefined,
    },
    hasInit: true,
    temporaryMiB: { "/tmp": 64, "/run": 8 },
    mounts: [
      { path: "/work", volume: "w", isReadOnly: false },
      { path: "/data", volume: "d", isReadOnly: true },
    ],
    log: { options: { b: "2", a: "1" }, secretOptions: { key: "arn:k" } },
    routes: { "enable-ecs-log-metadata": "true" },
  };

  it("is written in the order that ECS gives it back", () => {
    expect(containerJson([spec])).toBe(
      '[{"command":["serve","--verbose"],"cpu":128,' +
        '"dependsOn":[{"condition":"HEALTHY","containerName":"Ape"},{"condition":"START","containerName":"Zebra"}],' +
        '"entryPoint":["tini","--"],' +
        '"environment":[{"name":"ALPHA","value":"a"},{"name":"ZED","value":"z"}],"essential":false,' +
        '"firelensConfiguration":{"options":{"enable-ecs-log-metadata":"true"},"type":"fluentbit"},' +
        '"healthCheck":{"command":["CMD","true"],"interval":30,"retries":3,"timeout":5},"image":"nginx:1.27",' +
        '"linuxParameters":{"initProcessEnabled":true,' +
        '"tmpfs":[{"containerPath":"/run","size":8},{"containerPath":"/tmp","size":64}]},' +
        '"logConfiguration":{"logDriver":"awsfirelens","options":{"a":"1","b":"2"},' +
        '"secretOptions":[{"name":"key","valueFrom":"arn:k"}]},"memory":256,' +
        '"mountPoints":[{"containerPath":"/data","readOnly":true,"sourceVolume":"d"},' +
        '{"containerPath":"/work","readOnly":false,"sourceVolume":"w"}],"name":"app",' +
        '"portMappings":[{"containerPort":80,"hostPort":80,"name":"web","protocol":"tcp"}],' +
        '"readonlyRootFilesystem":true,' +
        '"secrets":[{"name":"ALPHA","valueFrom":"arn:a"},{"name":"ZED","valueFrom":"arn:z"}],"stopTimeout":60,' +
        '"systemControls":[{"namespace":"net.ipv4.ip_unprivileged_port_start","value":"80"}],' +
        '"user":"1000:1000","workingDirectory":"/app"}]',
    );
  });

  it("holds nothing empty where all of it is empty", () => {
    const empty: ContainerSpec = {
      ...PLAIN,
      ...{ entryPoint: [], secrets: {}, dependsOn: {}, temporaryMiB: {}, mounts: [], hasInit: false },
      log: { options: {}, secretOptions: {} },
      routes: {},
    };
    expect(hasEmpty(given(empty))).toBe(false);
    expect(given(empty)).toMatchObject([{ logConfiguration: { logDriver: "awsfirelens" } }]);
    expect(given({ ...empty, hasInit: true })).toMatchObject([
      { linuxParameters: { initProcessEnabled: true } },
    ]);
  });

  it("takes an option of any name for what it is", () => {
    const log = { options: { conditional: "x" }, secretOptions: {} };
    expect(given({ ...PLAIN, log })).toMatchObject([{ logConfiguration: { options: { conditional: "x" } } }]);
  });
});

describe("several containers", () => {
  it("are a list in the order given", () => {
    expect(parse(containerJson([PLAIN, { ...PLAIN, name: "b" }]))).toMatchObject([
      { name: "app" },
      { name: "b" },
    ]);
  });
});
