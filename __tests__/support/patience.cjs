// What waits for Terraform waits as long as the machine needs, with many beside it: the limit only ends what hangs.
jest.setTimeout(15 * 60_000);
