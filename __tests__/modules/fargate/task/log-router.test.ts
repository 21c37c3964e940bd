import { TerraformVariable } from "cdktf";
import {
  TaskDefinition,
  type Container,
  type LogRouter,
  type TaskDefinitionProps,
} from "../../../../modules";
import { OUTPUTS_WITH_FILES } from "../../../../modules/fargate/task/log-router";
import { at, parse, type Json } from "../../../support/json";
import { IMAGE } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";
import { fill } from "../../../support/template";

type Props = Partial<TaskDefinitionProps>;
const job =
  (props: Props, container: Partial<Container>) => (scope: ConstructorParameters<typeof TaskDefinition>[0]) =>
    new TaskDefinition(scope, "Job", { containers: [{ image: IMAGE, ...container }], ...props });
const made = (props: Props, container: Partial<Container>): Synthesized =>
  synthesize((scope) => void job(props, container)(scope));
const codes = (props: Props, container: Partial<Container>): string[] =>
  codesOf((scope) => void job(props, container)(scope));
const containers = (stack: Synthesized): Json[] =>
  parse(fill(stack.only("aws_ecs_task_definition").text("container_definitions"), {})) as Json[];

describe("a log router", () => {
  const folders = (name: string, logRouter: LogRouter = {}, key = "Name"): unknown =>
    at(containers(made({ logRouter }, { logOptions: { [key]: name } }))[1], "linuxParameters.tmpfs");

  it.each([...OUTPUTS_WITH_FILES, "S3"])(
    "gives the router a folder to write to for %s, and only a read-only root",
    (name) => {
      for (const key of ["Name", "name"])
        expect(folders(name, {}, key)).toEqual([{ containerPath: "/tmp", size: 128 }]);
      const stack = made({ logRouter: {} }, { logOptions: { Name: name } });
      expect(containers(stack)[1]).toMatchObject({ readonlyRootFilesystem: true });
    },
  );

  it.each(["firehose", "cloudwatch_logs", "kinesis_streams", "datadog", "http"])(
    "gives it none for %s, which needs no files",
    (name) => expect(folders(name)).toBeUndefined(),
  );

  it("gives it the folders that it is told to have, as part of its memory", () => {
    const temporaryMiB = { "/buffers": 256 };
    expect(folders("s3", { temporaryMiB })).toEqual([{ containerPath: "/buffers", size: 256 }]);
    expect(folders("firehose", { temporaryMiB })).toEqual([{ containerPath: "/buffers", size: 256 }]);
    expect(codes({ logRouter: { memoryMiB: 100 } }, { logOptions: { Name: "s3" } })).toEqual(["FY453"]);
  });

  it("sizes the task for that folder", () => {
    const sized = (name: string): unknown =>
      made({ logRouter: {} }, { logOptions: { Name: name }, memoryMiB: 512 })
        .only("aws_ecs_task_definition")
        .at("memory");
    expect([sized("firehose"), sized("s3")]).toEqual(["512", "1024"]);
  });

  it("gives it one where the output's name is known to Terraform alone", () => {
    const stack = synthesize((scope) => {
      const Name = new TerraformVariable(scope, "output", { type: "string" }).stringValue;
      const container = { image: "nginx:1.27", logOptions: { Name } };
      new TaskDefinition(scope, "Job", { containers: [container], logRouter: {} });
    });
    expect(JSON.stringify(stack.only("aws_ecs_task_definition").values)).toContain("tmpfs");
  });
});
