import {
  ExistingFileSystem,
  FileSystem,
  type AwsStack,
  type FileSystemProps,
  type FolderProps,
} from "../../../../modules";
import { check } from "../../../../traffic";
import { at, blockAt, listAt, parse } from "../../../support/json";
import { cluster, network, service, ZONES } from "../../../support/parts";
import { codesOf, synthesize, type Resource, type Synthesized } from "../../../support/synthesize";

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const KEY = { arn: "arn:aws:kms:us-east-1:123456789012:key/1" };
const NFS = { ip_protocol: "tcp", from_port: 2049, to_port: 2049 };

/** Two services on one folder, and one that mounts nothing. */
const mounted =
  (props: Partial<FileSystemProps> = {}) =>
  (stack: AwsStack): void => {
    const home = cluster(stack);
    const files = new FileSystem(stack, "Files", { network: home.network, ...props });
    const mounts = { "/data": files.folder("Data", { path: "/data" }) };
    for (const id of ["One", "Two"]) service(stack, home, { container: { mounts } }, id);
    service(stack, home, {}, "Other");
  };
const folder = (props: Partial<FolderProps>): string[] =>
  codesOf((stack) => {
    new FileSystem(stack, "Files", { network: network(stack) }).folder("Data", { path: "/data", ...props });
  });
const dependencies = (stack: Synthesized, id: string): string[] =>
  stack.named("aws_ecs_service", id).list("depends_on").map(String);

describe("a file system that services mount", () => {
  const stack = synthesize(mounted());
  const files = stack.only("aws_efs_file_system");
  const group = stack.named("aws_security_group", "Files");

  it("is encrypted, and can't be deleted by a plan", () => {
    expect(files.at("encrypted")).toBe(true);
    expect(files.at("lifecycle")).toEqual({ prevent_destroy: true });
    expect(files.at("kms_key_id")).toBeUndefined();
  });

  it("has a mount target in each private subnet, in a group of its own", () => {
    expect(stack.resources("aws_efs_mount_target").map(({ values }) => values)).toEqual(
      ZONES.map((zone) => ({
        file_system_id: files.ref("id"),
        subnet_id: stack.named("aws_subnet", `Network_${zone}_PrivateSubnet`).ref("id"),
        security_groups: [group.ref("id")],
      })),
    );
  });

  it("lets in those who mount it, on port 2049 alone", () => {
    const into = stack.resources(INGRESS).filter((rule) => rule.at("security_group_id") === group.ref("id"));
    const peers = ["One", "Two"].map((id) => stack.named("aws_security_group", id).ref("id"));
    expect(into.map((rule) => rule.at("referenced_security_group_id"))).toEqual(peers);
    const outOf = stack
      .resources(EGRESS)
      .filter((rule) => rule.at("referenced_security_group_id") === group.ref("id"));
    expect(outOf.map((rule) => rule.at("security_group_id"))).toEqual(peers);
    for (const rule of [...into, ...outOf]) expect(rule.values).toMatchObject(NFS);
  });

  it("refuses whoever comes without TLS, and leaves the rest to roles", () => {
    const policy = parse(stack.only("aws_efs_file_system_policy").text("policy"));
    expect(listAt(policy, "Statement")).toEqual([
      {
        Action: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
        Effect: "Deny",
        Principal: { AWS: "*" },
        Resource: files.ref("arn"),
      },
    ]);
  });

  it("can be mounted before a task of theirs starts, and goes after the last", () => {
    for (const id of ["One", "Two"]) {
      const needed: Resource[] = [
        ...stack.resources("aws_efs_mount_target"),
        stack.only("aws_efs_file_system_policy"),
        stack.named(INGRESS, `Files_SecurityGroup_From-${id}-2049`),
        stack.named(EGRESS, `${id}_SecurityGroup_To-Files-2049`),
        stack.named("aws_iam_role_policy", `${id}_Task_TaskRole_EfsMounts`),
      ];
      const addresses = needed.map(({ address }) => address);
      expect(dependencies(stack, id)).toEqual(expect.arrayContaining(addresses));
    }
    expect(dependencies(stack, "Other").join()).not.toContain("efs");
  });

  it("shows a folder of it, read and written as one user", () => {
    expect(stack.only("aws_efs_access_point").values).toMatchObject({
      file_system_id: files.ref("id"),
      posix_user: { uid: 1000, gid: 1000 },
      root_directory: {
        path: "/data",
        creation_info: { owner_uid: 1000, owner_gid: 1000, permissions: "0750" },
      },
    });
  });

  it("is not backed up unless that is said, as it costs", () => {
    expect(stack.resources("aws_efs_backup_policy")).toEqual([]);
    const backedUp = synthesize(mounted({ backups: true }));
    expect(backedUp.only("aws_efs_backup_policy").at("backup_policy.status")).toBe("ENABLED");
  });

  it("may be encrypted with a key of one's own, and be deleted where that is said by name", () => {
    const other = synthesize(mounted({ key: KEY, destroyable: true })).only("aws_efs_file_system");
    expect(other.at("kms_key_id")).toBe(KEY.arn);
    expect(other.at("lifecycle.prevent_destroy")).toBe(false);
  });

  it("gives the traffic rules nothing to find", () => {
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });
});

describe("a folder", () => {
  it.each(["/a", "/a/b/c/d", "/up loads"])("may lie at %s", (path) => {
    expect(folder({ path })).toEqual([]);
  });

  it.each(["", "/", "a", "/a/", "/a/b/c/d/e", "/a//b", `/${"x".repeat(100)}`])("fails at %j", (path) => {
    expect(folder({ path })).toEqual(["FY465"]);
  });

  it.each([
    [{ uid: -1 }, "FY464"],
    [{ gid: 4294967296 }, "FY464"],
    [{ uid: 0.5 }, "FY464"],
    [{ permissions: "888" }, "FY466"],
    [{ permissions: "u+w" }, "FY466"],
  ])("fails as %j", (props, code) => {
    expect(folder(props)).toEqual([code]);
  });

  it("may belong to root", () => {
    expect(folder({ uid: 0, gid: 0, permissions: "700" })).toEqual([]);
  });
});

describe("a file system that was there before", () => {
  const existing = { fileSystemId: "fs-0123456789abcdef0", securityGroupId: "sg-0123456789abcdef0" };
  const stack = synthesize((scope) => {
    const home = cluster(scope);
    const files = new ExistingFileSystem(scope, "Files", { network: home.network, ...existing });
    const mounts = { "/a": files.folder("A", { path: "/a" }), "/b": files.folder("B", { path: "/b" }) };
    service(scope, home, { container: { mounts } });
  });

  it("gets folders, and nothing else of its own", () => {
    expect(stack.types().filter((type) => type.startsWith("aws_efs"))).toEqual(["aws_efs_access_point"]);
    expect(stack.resources("aws_efs_access_point").map((point) => point.at("file_system_id"))).toEqual([
      existing.fileSystemId,
      existing.fileSystemId,
    ]);
  });

  it("lets the service in by one rule at each end, which the service waits for", () => {
    const own = stack.named("aws_security_group", "Service").ref("id");
    const [into, outOf] = [INGRESS, EGRESS].map((type) => stack.named(type, "Files"));
    const ends = { security_group_id: existing.securityGroupId, referenced_security_group_id: own };
    expect(into!.values).toMatchObject({ ...NFS, ...ends });
    expect(outOf!.values).toMatchObject({
      ...NFS,
      security_group_id: own,
      referenced_security_group_id: existing.securityGroupId,
    });
    for (const rule of [into, outOf]) expect(dependencies(stack, "Service")).toContain(rule!.address);
  });

  it("is mounted with exactly the permissions for its folders", () => {
    const policy = parse(stack.named("aws_iam_role_policy", "Service_Task_TaskRole").text("policy"));
    const allowed = listAt(policy, "Statement").map((one) =>
      at(blockAt(one, "Condition.StringEquals"), "elasticfilesystem:AccessPointArn"),
    );
    expect(allowed).toEqual(stack.resources("aws_efs_access_point").map((point) => [point.ref("arn")]));
  });

  it("gives the traffic rules nothing to find", () => {
    expect(check(JSON.stringify(stack.document)).findings).toEqual([]);
  });

  it.each([[{ ...existing, fileSystemId: "fs" }], [{ ...existing, securityGroupId: "default" }]])(
    "fails as %j",
    (props) => {
      const made = (scope: AwsStack): void => {
        new ExistingFileSystem(scope, "Files", { network: network(scope), ...props });
      };
      expect(codesOf(made)).toEqual(["FY468"]);
    },
  );
});
