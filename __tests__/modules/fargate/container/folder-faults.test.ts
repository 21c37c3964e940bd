import { folderFaults, volumeFaults } from "../../../../modules/fargate/container/folder-faults";
import { scratchVolume, type VolumeSource } from "../../../../modules/fargate/storage/volume";

const codes = (known: Parameters<typeof folderFaults>[0]): string[] =>
  folderFaults(known).map(({ code }) => code);

describe("a path in a container", () => {
  it.each(["/tmp", "/var/cache/nginx", "/a.b/..c"])("may be %s", (path) => {
    expect(codes({ mounts: { [path]: scratchVolume("a") } })).toEqual([]);
    expect(codes({ temporaryMiB: { [path]: 1 } })).toEqual([]);
  });

  it.each(["", "tmp", "/", "/tmp/", "/a//b", "/a/../b", "/a/.", "C:/a", "/a:b"])("fails as %j", (path) => {
    expect(codes({ mounts: { [path]: scratchVolume("a") } })).toEqual(["FY451"]);
    expect(codes({ temporaryMiB: { [path]: 1 } })).toEqual(["FY451"]);
  });

  it("may be the root for a program to start in, and nothing that is not absolute", () => {
    expect(codes({ workingDirectory: "/" })).toEqual([]);
    expect(codes({ workingDirectory: "app" })).toEqual(["FY451"]);
  });
});

describe("a folder in memory", () => {
  it.each([0, -1, 1.5, NaN, 122881])("fails with %d MiB", (size) => {
    expect(codes({ temporaryMiB: { "/tmp": size } })).toEqual(["FY452"]);
  });

  it("leaves the program some of the container's memory", () => {
    expect(codes({ memoryMiB: 256, temporaryMiB: { "/tmp": 128, "/run": 127 } })).toEqual([]);
    expect(codes({ memoryMiB: 256, temporaryMiB: { "/tmp": 128, "/run": 128 } })).toEqual(["FY453"]);
    expect(codes({ temporaryMiB: { "/tmp": 4096 } })).toEqual([]);
  });
});

describe("volumes of a task", () => {
  const source = {} as VolumeSource;
  const two = (one: object, other: object): string[] =>
    volumeFaults([{ mounts: { "/a": one } }, { mounts: { "/b": other } }]).map(({ code }) => code);

  it("may be mounted by many, under one name", () => {
    expect(two(scratchVolume("a"), scratchVolume("a"))).toEqual([]);
    expect(two({ name: "a", source }, { name: "a", source })).toEqual([]);
  });

  it("fail when two have one name", () => {
    expect(two(scratchVolume("a"), { name: "a", source })).toEqual(["FY455"]);
  });
});
